# SPDX-License-Identifier: EUPL-1.2
"""The demo's figures in the house: an analyst keeps some questions and shares them. Who is counted is made up."""

from datetime import date
from uuid import UUID

# What each is called, counts and tells apart; all over this year, which the yearly report is of.
_QUESTIONS = (
    ("Verblijven naar leeftijd", "Stays by age", "stays", ("majority",)),
    ("Verblijven naar leeftijd en geslacht", "Stays by age and sex", "stays", ("age", "sex")),
    ("Aanvragen voor kort en lang verblijf", "Requests for short and long stays", "requests", ("for_long",)),
)


def fill(*, agency: UUID, analyst: UUID) -> None:
    """Let an analyst keep and share questions over this year; nothing where there are some already."""
    from baken.closed.access.context import working_as  # noqa: PLC0415 - models need Django ready
    from baken.closed.figures import actions  # noqa: PLC0415
    from baken.closed.figures.models import Question  # noqa: PLC0415
    from baken.closed.figures.units.counting import Asked  # noqa: PLC0415
    from baken.core.clock import today  # noqa: PLC0415
    from baken.tabulation.shapes import Words  # noqa: PLC0415

    with working_as(analyst):
        if Question.objects.exists():
            return
        for dutch, english, unit, dimensions in _QUESTIONS:
            asked = Asked(unit, dimensions, date(today().year, 1, 1), today())
            made = actions.save(agency=agency, asked=asked, title=Words(f"Voorbeeld: {dutch}", f"Example: {english}"))
            actions.share(question=made.pk)
