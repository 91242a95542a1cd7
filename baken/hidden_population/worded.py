# SPDX-License-Identifier: EUPL-1.2
"""Sentences that remember what they were made of, so that they can be said in another language too.

They are English text like any other. What was put into them is kept beside: whole numbers are grouped and other numbers
have one decimal, as a language has it; a tuple is joined by "and", a list by commas.
"""

from collections.abc import Callable, Mapping
from typing import Any

Translate = Callable[[str], str]  # of a template, with its {names}
_MARKS: Mapping[str, tuple[str, str]] = {"en": (",", "."), "nl": (".", ",")}  # between thousands, before decimals


class Worded(str):
    """A sentence in English, with the template and the parts that it was made of."""

    template: str
    parts: Mapping[str, Any]


def worded(template: str, /, **parts: Any) -> Worded:
    """Return a sentence: a template whose `{names}` are filled with parts."""
    found = Worded(_filled(template, parts, _same, "en"))
    found.template, found.parts = template, parts
    return found


def retold(text: str, translate: Translate, language: str) -> str:
    """Return a sentence in another language; text that remembers nothing stays as it is."""
    if not isinstance(text, Worded):
        return text
    return _filled(translate(text.template), text.parts, translate, language)


def number(value: float, language: str = "en", decimals: int = 0) -> str:
    """Return a number as a language writes it."""
    thousands, point = _MARKS[language]
    return f"{value:,.{decimals}f}".translate({ord(","): thousands, ord("."): point})


def rounded(persons: float) -> int:
    """Return a number of persons no more exactly than it is known: three digits."""
    return int(float(f"{persons:.3g}"))


def _same(template: str) -> str:
    return template


def _filled(template: str, parts: Mapping[str, Any], translate: Translate, language: str) -> str:
    return template.format(**{name: _part(each, translate, language) for name, each in parts.items()})


def _part(part: Any, translate: Translate, language: str) -> str:
    if isinstance(part, tuple):
        return f" {translate(_AND)} ".join(_part(each, translate, language) for each in part)
    if isinstance(part, list):
        return ", ".join(_part(each, translate, language) for each in part)
    if isinstance(part, int | float):
        return number(part, language, 0 if isinstance(part, int) else 1)
    return retold(part, translate, language)


_AND = worded("and")
