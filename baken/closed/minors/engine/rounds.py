# SPDX-License-Identifier: EUPL-1.2
"""One round through the reporting code: what is next, what is missing, must it be reported (pure).

Steps may be taken in another order and more than once. The answer that asks most counts: in doubt the child is
protected.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from baken.closed.minors.engine.code import CONSULT, DECIDE, TALK, WEIGH, Answer, Code, Outcome, Question

HELP, REPORT = "help", "report"
VEILIG_THUIS = "veilig_thuis"
Answers = Mapping[str, Answer]


class Lack(StrEnum):
    """What stands in the way of a decision."""

    STEP = "step"  # a step was not taken, nor left out with a reason
    ANSWER = "answer"  # a question was not answered
    ADVICE = "advice"  # there is doubt, and Veilig Thuis was not asked
    REPORT = "report"  # it must be reported, and is not to be
    HELP = "help"  # something must be done, and nothing is to be


@dataclass(frozen=True)
class Gap:
    """Something that is missing, and which step or question it is about."""

    lack: Lack
    about: str = ""


@dataclass(frozen=True)
class Taken:
    """A step that somebody took, in the order of writing, with what was told beside words."""

    key: str
    told: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Stand:
    """Where a round stands."""

    done: frozenset[str]
    next: str | None
    gaps: tuple[Gap, ...]
    outcome: Outcome

    @property
    def must_report(self) -> bool:
        """Whether an answer obliges to report."""
        return self.outcome == Outcome.REPORT


def stand(taken: Sequence[Taken], code: Code) -> Stand:
    """Return where a round stands after what was taken."""
    done = frozenset(each.key for each in taken if is_done(each))
    following = next((each.key for each in code.steps if each.key not in done), None)
    given = answers(taken, code)
    return Stand(done, following, gaps(taken, code), outcome(given, code))


def is_done(taken: Taken) -> bool:
    """Return whether a step counts: a talk only if it was held, or left out with a reason."""
    return taken.key != TALK or bool(taken.told.get("with")) or bool(str(taken.told.get("why", "")).strip())


def answers(taken: Sequence[Taken], code: Code) -> Answers:
    """Return what holds of all that was answered: the last, but what obliges to report and stays is not taken back."""
    held: dict[str, Answer] = {}
    for each in taken:
        for question in code.questions if each.key == WEIGH else ():
            given = each.told.get("answers", {}).get(question.key)
            if given and not _stays(question, held.get(question.key)):
                held[question.key] = Answer(given)
    return held


def stays(taken: Taken, code: Code) -> bool:
    """Return whether a step cannot be taken back: it answers what obliges to report and is not weighed away."""
    given = taken.told.get("answers", {}) if taken.key == WEIGH else {}
    return any(_stays(each, Answer(given[each.key])) for each in code.questions if given.get(each.key))


def _stays(question: Question, before: Answer | None) -> bool:
    return question.stays and before is not None and question.asks(before) == Outcome.REPORT


def outcome(given: Answers, code: Code) -> Outcome:
    """Return what the answers ask for together: the most that any of them does."""
    asked = (question.asks(given[question.key]) for question in code.questions if question.key in given)
    return max(asked, default=Outcome.NOTHING)


def unanswered(given: Answers, code: Code) -> tuple[str, ...]:
    """Return which questions are still to be answered: none where it must be reported or nothing is suspected."""
    if outcome(given, code) == Outcome.REPORT:
        return ()
    ended = any(each.ends_with and given.get(each.key) == each.ends_with for each in code.questions)
    asked = (each for each in code.questions if not each.later and (not ended or each.ends_with))
    return tuple(each.key for each in asked if each.key not in given)


def gaps(taken: Sequence[Taken], code: Code) -> tuple[Gap, ...]:
    """Return what must still be done before anything can be decided."""
    done = {each.key for each in taken if is_done(each)}
    steps = tuple(Gap(Lack.STEP, each.key) for each in code.steps if each.key not in done | {DECIDE})
    given = answers(taken, code)
    questions = tuple(Gap(Lack.ANSWER, each) for each in unanswered(given, code)) if WEIGH in done else ()
    doubt = Answer.DOUBT in given.values() and not _asked_veilig_thuis(taken)
    return steps + questions + ((Gap(Lack.ADVICE),) if doubt else ())


def _asked_veilig_thuis(taken: Sequence[Taken]) -> bool:
    return any(each.key == CONSULT and VEILIG_THUIS in each.told.get("with", ()) for each in taken)


def faults(taken: Sequence[Taken], decision: Set[str], code: Code) -> tuple[Gap, ...]:
    """Return why something cannot be decided: what is missing, or what it leaves undone."""
    found, asked = gaps(taken, code), outcome(answers(taken, code), code)
    if asked == Outcome.REPORT and REPORT not in decision:
        found += (Gap(Lack.REPORT),)
    if asked in {Outcome.HELP, Outcome.ASK} and not decision:
        found += (Gap(Lack.HELP),)
    return found


def can_decide(taken: Sequence[Taken], decision: Set[str], code: Code) -> bool:
    """Return whether this can be decided now."""
    return not faults(taken, decision, code)
