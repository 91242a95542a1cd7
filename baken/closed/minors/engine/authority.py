# SPDX-License-Identifier: EUPL-1.2
"""The way to who has authority over a minor, as its table has it on a day (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from baken.closed.minors.engine.tables import rows


@dataclass(frozen=True)
class Question:
    """A question on the way; a yes or a no leads to another question or to a route."""

    key: str
    nl: str
    en: str
    yes: str
    no: str


@dataclass(frozen=True)
class Route:
    """Whom to ask, and what comes of it."""

    key: str
    nl: str
    en: str
    who_nl: str
    who_en: str
    then_nl: str
    then_en: str
    source: str
    verify: bool = False


@dataclass(frozen=True)
class Way:
    """The questions, the first on top, and the routes they lead to."""

    questions: tuple[Question, ...]
    routes: tuple[Route, ...]

    def route(self, key: str) -> Route | None:
        """Return the route of a key."""
        return next((each for each in self.routes if each.key == key), None)

    def leads(self, given: Mapping[str, bool]) -> Route | Question:
        """Return where answers lead: to a route, or to the first question that is still open."""
        by_key: dict[str, Question | Route] = {each.key: each for each in self.questions}
        by_key |= {each.key: each for each in self.routes}
        here: Question | Route = self.questions[0]
        while isinstance(here, Question) and here.key in given:
            here = by_key[here.yes if given[here.key] else here.no]
        return here


def way(on: date) -> Way:
    """Return the way as it holds on a day."""
    questions = tuple(Question(**each) for each in rows("authority", "question", on))
    return Way(questions, tuple(Route(**each) for each in rows("authority", "route", on)))
