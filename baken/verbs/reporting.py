# SPDX-License-Identifier: EUPL-1.2
"""What `baken estimate --report` writes: a report as PDF or SVG, in Dutch or English."""

import gettext
from pathlib import Path
from typing import Any

import click

import baken
from baken.hidden_population.answering import Answer
from baken.hidden_population.estimating import Spread
from baken.hidden_population.report import picture, printing
from baken.hidden_population.report.content import report
from baken.hidden_population.report.words import Words

LANGUAGES = ("nl", "en")
_FORMS = {".pdf": printing.printed, ".svg": picture.drawn}


class _Paper(click.Path):
    """A file to write to, whose name says in which form."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; a name that ends otherwise is a mistake of the one who asks."""
        if Path(value).suffix.lower() not in _FORMS:
            self.fail(f"{value!r} ends in neither {' nor '.join(_FORMS)}", param, ctx)
        return super().convert(value, param, ctx)


PAPER = _Paper(dir_okay=False, writable=True, path_type=Path)


def write(found: Answer, spread: Spread, path: Path | None, language: str) -> None:
    """Write a report of an answer, if one is asked for."""
    if path:
        told = report(found, spread, words(language))
        path.write_bytes(_FORMS[path.suffix.lower()](told))


def words(language: str) -> Words:
    """Return a language as the house's catalogue has it; English is what the code says."""
    (folder,) = baken.__path__
    found = gettext.translation("django", Path(folder) / "locale", [language], fallback=language == "en")
    return Words(language, found.gettext)
