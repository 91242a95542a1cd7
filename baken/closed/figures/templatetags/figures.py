# SPDX-License-Identifier: EUPL-1.2
"""Words of a figure in the language of the page, its picture and its rows."""

from collections.abc import Mapping

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from baken.closed.figures.counting.catalogue import units
from baken.closed.figures.counting.standards import Standard
from baken.closed.figures.counting.standards import unchecked as _unchecked
from baken.closed.figures.models import Question, Release
from baken.core.wording import said as _said
from baken.tabulation.drawing import pictures
from baken.tabulation.drawing.saying import saying
from baken.tabulation.files import about as about_files
from baken.tabulation.laying import Grid
from baken.tabulation.laying import grid as _grid
from baken.tabulation.shapes import Figure, Words

register = template.Library()


@register.filter
def said(words: Words) -> str:
    """Say words in the language of the page."""
    return _said(words)


@register.filter
def about(standard: Standard) -> str:
    """Say what a standard counts."""
    return _said(Words(standard.of.nl_definition, standard.of.en_definition))


@register.filter
def unchecked(standard: Standard) -> str:
    """Say which dimensions of a standard nobody has laid beside the official document."""
    names = dict.fromkeys(name for table in standard.tables for name in table)
    return ", ".join(_said(each) for each in _unchecked(list(names)))


@register.filter
def grid(figure: Figure) -> Grid:
    """Lay a figure out in rows and columns."""
    return _grid(figure, get_language() or "nl")


@register.filter
def picture(figure: Figure) -> SafeString:
    """Draw a figure."""
    return mark_safe(pictures.picture(figure, get_language() or "nl"))  # noqa: S308 - drawn and escaped by us


@register.filter
def sentences(figure: Figure) -> list[str]:
    """Say a figure in sentences, a paragraph each, as the open door does."""
    return saying(figure, get_language() or "nl")


@register.filter
def small(figure: Figure) -> SafeString:
    """Draw a figure small, for a list."""
    return mark_safe(pictures.small(figure, get_language() or "nl"))  # noqa: S308 - drawn and escaped by us


@register.filter
def title(question: Question) -> str:
    """Say what a question is called."""
    return _said(question, "title")


@register.filter
def who(figure: Figure) -> str:
    """Say who is counted."""
    return about_files.who(figure, get_language() or "nl").capitalize()


@register.filter
def words(told: Mapping[str, str]) -> str:
    """Say words that were kept."""
    return _said(Words(**told))


@register.filter
def called(release: Release) -> str:
    """Say what a released figure is called."""
    return _said(Words(**release.figure["title"]))


@register.filter
def unit_title(question: Question) -> str:
    """Say what a question counts."""
    return _said(units()[question.unit].title)
