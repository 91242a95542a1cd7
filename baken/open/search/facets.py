# SPDX-License-Identifier: EUPL-1.2
"""Facets as the page shows them: what each is called, what can be chosen, how much it would bring."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from baken.open.articles.choices import Aspect, Form, Kind
from baken.open.search.engine.shapes import Answer, Question
from baken.open.sources.models import Kind as SourceKind

NAMES: dict[str, str | Promise] = {
    "type": _("What it is"), "aspect": _("Aspect"), "kind": _("Kind of article"),
    "form": _("Form of exploitation"), "lang": _("Language"), "year": _("Year"),
}  # fmt: skip
_TYPES: list[tuple[str, str | Promise]] = [("article", _("Article")), ("concept", _("Concept"))]
_VALUES: dict[str, dict[str, str | Promise]] = {
    "type": dict([*_TYPES, *SourceKind.choices]), "aspect": dict(Aspect.choices),
    "kind": dict(Kind.choices), "form": dict(Form.choices), "lang": dict(settings.LANGUAGES),
}  # fmt: skip
_MOST_SHOWN = 8


@dataclass(frozen=True)
class Option:
    """A value of a facet, with how many documents choosing it would bring."""

    value: str
    name: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """A facet; ``more`` are the options a reader sees after asking for them."""

    code: str
    name: str
    options: list[Option]
    more: list[Option]


def called(code: str, value: str) -> str:
    """Return what a facet's value is called in the reader's language."""
    return str(_VALUES.get(code, {}).get(value, value))


def facets(question: Question, answer: Answer) -> Iterator[Facet]:
    """Yield the facets that have something to choose; a chosen value stays, even when it brings nothing."""
    for code, name in NAMES.items():
        if options := _options(code, question.choices.get(code, ()), dict(answer.facets[code])):
            shown = [option for place, option in enumerate(options) if place < _MOST_SHOWN or option.chosen]
            yield Facet(code, str(name), shown, [option for option in options if option not in shown])


def _options(code: str, chosen: tuple[str, ...], counts: dict[str, int]) -> list[Option]:
    values = list(dict.fromkeys([*counts, *chosen]))
    if code == "year":
        values.sort(reverse=True)
    return [Option(value, called(code, value), counts.get(value, 0), value in chosen) for value in values]
