# SPDX-License-Identifier: EUPL-1.2
"""Countries as they are chosen, typed and shown: by their names in the language of the page."""

from django.utils.translation import get_language

from baken.closed.casework.person import nations


def choices() -> list[tuple[str, str]]:
    """Return every country with its name in the language of the page, in their order."""
    return list(_names().items())


def suggestions() -> list[str]:
    """Return the names of every country in the language of the page, in their order."""
    return list(_names().values())


def is_one(code: str) -> bool:
    """Return whether this is the code of a country."""
    return code in nations.names("en")


def named(code: str) -> str:
    """Return what a country is called in the language of the page; what is no code is its own name."""
    return _names().get(code, code)


def coded(name: str) -> str:
    """Return the code of a country that was typed, or what was typed where there is none of that name."""
    return nations.code_of(name) or name.strip()


def _names() -> dict[str, str]:
    return nations.names("nl" if (get_language() or "").startswith("nl") else "en")
