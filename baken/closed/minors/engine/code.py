# SPDX-License-Identifier: EUPL-1.2
"""The reporting code as its table has it on a day: steps, questions, whom to call (pure)."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from baken.closed.minors.engine.tables import rows

SIGNALS, CONSULT, TALK, WEIGH, DECIDE = "signals", "consult", "talk", "weigh", "decide"


class Answer(StrEnum):
    """What somebody answers to a question of the weighing framework."""

    YES = "yes"
    NO = "no"
    DOUBT = "doubt"


class Outcome(IntEnum):
    """What the answers ask for; the more it protects, the higher."""

    NOTHING = 0
    HELP = 1
    ASK = 2
    REPORT = 3


@dataclass(frozen=True)
class Step:
    """A step of the code."""

    key: str
    nl: str
    en: str
    help_nl: str
    help_en: str
    source: str
    verify: bool = False


@dataclass(frozen=True)
class Question:
    """A question of the weighing framework, and what each answer to it asks for."""

    key: str
    nl: str
    en: str
    yes: str
    no: str
    source: str
    ends_with: str = ""
    stays: bool = False
    later: bool = False
    verify: bool = False

    def asks(self, answer: Answer) -> Outcome:
        """Return what an answer asks for."""
        return Outcome.ASK if answer == Answer.DOUBT else Outcome[getattr(self, answer).upper()]


@dataclass(frozen=True)
class Phone:
    """Whom to call."""

    key: str
    nl: str
    en: str
    number: str
    source: str
    verify: bool = False


@dataclass(frozen=True)
class Code:
    """What holds on a day."""

    steps: tuple[Step, ...]
    questions: tuple[Question, ...]
    phones: tuple[Phone, ...]

    def step(self, key: str) -> Step | None:
        """Return the step of a key."""
        return next((each for each in self.steps if each.key == key), None)


def code(on: date) -> Code:
    """Return the reporting code as it holds on a day."""
    return Code(
        tuple(Step(**each) for each in rows("code", "step", on)),
        tuple(Question(**each) for each in rows("code", "question", on)),
        tuple(Phone(**each) for each in rows("code", "phone", on)),
    )
