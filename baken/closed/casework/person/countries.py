# SPDX-License-Identifier: EUPL-1.2
"""Countries by their codes (ISO 3166), chosen, typed and shown by their names in Dutch or English."""

from functools import cache

from babel import Locale
from django.utils.translation import get_language

from baken.closed.casework.person.languages import folded

_SPOKEN = ("nl", "en")
# What Babel lists beside countries: unions, zones and tests.
_NO_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}


def choices() -> list[tuple[str, str]]:
    """Return every country with its name in the language of the page, in their order."""
    return sorted(_names(_here()).items(), key=lambda each: folded(each[1]))


def suggestions() -> list[str]:
    """Return the names of every country in the language of the page, in their order."""
    return [name for _, name in choices()]


def is_one(code: str) -> bool:
    """Return whether this is the code of a country."""
    return code in _names("en")


def named(code: str) -> str:
    """Return what a country is called in the language of the page; what is no code is its own name."""
    return _names(_here()).get(code, code)


def coded(name: str) -> str:
    """Return the code of a country that was typed, or what was typed where there is none of that name."""
    return _codes().get(folded(name.strip()), name.strip())


def _here() -> str:
    return "nl" if (get_language() or "").startswith("nl") else "en"


@cache
def _names(language: str) -> dict[str, str]:
    listed = Locale(language).territories.items()
    return {code: name for code, name in listed if len(code) == 2 and code not in _NO_COUNTRIES}  # noqa: PLR2004 - ISO


@cache
def _codes() -> dict[str, str]:
    return {folded(name): code for language in reversed(_SPOKEN) for code, name in _names(language).items()}
