# SPDX-License-Identifier: EUPL-1.2
"""Every write about figures: a question is saved, shared with colleagues, and put away."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from baken.closed.access.actions import me
from baken.closed.access.rules import Refused
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.figures import reads, rules
from baken.closed.figures.models import Question
from baken.closed.figures.safety import alone, made_safe
from baken.closed.figures.units.counting import Asked, is_countable
from baken.core.clock import now
from baken.tabulation.carrying import packed
from baken.tabulation.shapes import Words


@transaction.atomic
def save(*, agency: UUID, asked: Asked, title: Words) -> Question:
    """Keep a question, so that it can be counted again, shared and released."""
    rules.check_can_count(reads.roles_at(agency))
    if not rules.is_period(asked.first, asked.last) or not is_countable(asked):
        raise Refused("no such question")
    made = Question(
        agency_id=agency, title_nl=title.nl, title_en=title.en, unit=asked.unit, dimensions=list(asked.dimensions),
        where={name: list(codes) for name, codes in asked.where.items()}, first=asked.first, last=asked.last,
        made_by_id=me(),
    )  # fmt: skip
    made.save(force_insert=True)
    record(activity=Activity.CREATE, action=Action.CREATE, kind="question", objects=[made.pk], dossier_agency=agency)
    return made


@transaction.atomic
def save_all(*, agency: UUID, several: Sequence[tuple[Asked, Words]]) -> list[Question]:
    """Keep several questions, all of them or none."""
    return [save(agency=agency, asked=asked, title=title) for asked, title in several]


def share(*, question: UUID) -> Question:
    """Let colleagues see what a question comes to today, for good; raise Unsafe where that cannot be made safe.

    It is counted before the transaction in which it is shared: that it was counted stays in the log either way.
    """
    found = _mine(question)
    if found.shown:
        raise Refused("is shared already")
    table = reads.count_question(found)
    with transaction.atomic():
        alone(found.agency_id)
        safe = made_safe(table, rules.WITHIN_THE_HOUSE, reads.known_inside(found.agency_id))
        found.shown, found.shown_at = packed(safe.table), now()
        found.save(update_fields=["shown", "shown_at"])
        _note(found, "shared")
    return found


@transaction.atomic
def put_away(*, question: UUID) -> None:
    """Take a question off every list; what was released of it stays, and what was shared is kept as known."""
    found = _mine(question)
    found.ended_at = now()
    found.save(update_fields=["ended_at"])
    _note(found, "ended")


def _mine(question: UUID) -> Question:
    found = reads.question(question)
    rules.check_can_count(reads.roles_at(found.agency_id))
    return Question.objects.select_for_update(of=("self",)).get(pk=found.pk)


def _note(question: Question, change: str) -> None:
    record(
        activity=Activity.UPDATE, action=Action.UPDATE, kind="question", objects=[question.pk],
        dossier_agency=question.agency_id, facts={"change": change},
    )  # fmt: skip
