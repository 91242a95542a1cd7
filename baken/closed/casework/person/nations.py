# SPDX-License-Identifier: EUPL-1.2
"""Countries by their codes (ISO 3166), and found by their names in Dutch or English (pure)."""

from functools import cache

from babel import Locale

from baken.closed.casework.person.folding import folded

_SPOKEN = ("nl", "en")
# What the table of names has beside countries: unions, parts and tests.
_NONE = frozenset({"AC", "CP", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})


@cache
def names(language: str) -> dict[str, str]:
    """Return the names of all countries in a language, in their order."""
    found = {code: name for code, name in Locale(language).territories.items() if code.isalpha() and len(code) == 2}  # noqa: PLR2004 - ISO 3166-1 alpha-2
    return dict(sorted(((code, found[code]) for code in found.keys() - _NONE), key=lambda each: folded(each[1])))


def code_of(name: str) -> str | None:
    """Return the code of a country by its code or its name in Dutch or English, or None."""
    return _codes().get(folded(name.strip()))


@cache
def _codes() -> dict[str, str]:
    named = {folded(name): code for language in reversed(_SPOKEN) for code, name in names(language).items()}
    return named | {code.casefold(): code for code in names("nl")}
