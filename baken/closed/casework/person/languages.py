# SPDX-License-Identifier: EUPL-1.2
"""Languages by their codes (ISO 639), typed and shown by their names in Dutch or English."""

from functools import cache

from babel import Locale
from django.utils.translation import get_language

from baken.closed.casework.person.folding import folded

_SPOKEN = ("nl", "en")
MOST = 10
LONGEST = 60  # characters of a name


def coded(text: str) -> list[str]:
    """Return the languages of a text with commas: by code where the name is known, else as it was typed."""
    names = dict.fromkeys(each.strip() for each in text.replace(";", ",").split(","))
    return [_codes().get(folded(name), name) for name in names if name]


def named(languages: list[str]) -> str:
    """Return languages by their names in the language of the page, with commas."""
    here = "nl" if (get_language() or "").startswith("nl") else "en"
    return ", ".join(_names(here).get(each, each) for each in languages)


def suggestions() -> list[str]:
    """Return the names of every language in the language of the page, in their order."""
    here = "nl" if (get_language() or "").startswith("nl") else "en"
    return sorted(_names(here).values(), key=folded)


@cache
def _names(language: str) -> dict[str, str]:
    # Variants such as Swiss High German have an underscore: nobody needs an interpreter for those.
    return {code: name for code, name in Locale(language).languages.items() if "_" not in code}


@cache
def _codes() -> dict[str, str]:
    return {folded(name): code for language in reversed(_SPOKEN) for code, name in _names(language).items()}
