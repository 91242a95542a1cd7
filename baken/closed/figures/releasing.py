# SPDX-License-Identifier: EUPL-1.2
"""Every write about what leaves: one asks to release, another releases or declines, and anyone of them withdraws."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.text import slugify

from baken.closed.access.actions import me
from baken.closed.access.rules import Refused
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.figures import hatch, reads, rules
from baken.closed.figures.hidden import leaving
from baken.closed.figures.labels import WITHDRAWN_SINCE
from baken.closed.figures.models import Release, Withdrawal
from baken.closed.figures.safety import alone, made_safe
from baken.core.clock import now
from baken.hidden_population.tables import Table as Lists
from baken.tabulation.carrying import packed, unpacked
from baken.tabulation.disclosure import Unsafe, check
from baken.tabulation.releasing import check_may_leave
from baken.tabulation.shapes import Estimate, Figure, Table, Words


def ask(*, question: UUID, method: Words) -> Release:
    """Ask to release what a question comes to today, made safe beside all that anybody saw; raise Unsafe.

    It is counted before the transaction in which it is asked: that it was counted stays in the log either way.
    """
    found = reads.question(question)
    table = reads.count_question(found)
    with transaction.atomic():
        alone(found.agency_id)
        safe = made_safe(table, rules.PUBLIC, reads.asked_for(found.agency_id))
        # A colleague sets it beside what is shared in the house, where less is hidden.
        check(safe.table, reads.known_inside(found.agency_id), threshold=rules.WITHIN_THE_HOUSE)
        about = {"question": found, "warnings": [asdict(each) for each in safe.warnings]}
        return _asked(found.agency_id, safe.table, method, slug=_slug(found.title_en, found.pk), **about)


@transaction.atomic
def ask_estimate(*, agency: UUID, figure: Estimate, lists: Lists, method: Words) -> Release:
    """Ask to release what was estimated from some lists.

    Raises Unfit for one from too few, or without any interval, Unsound for no number, and Unsafe where a list is too
    small or another estimate too near.
    """
    rules.check_can_count(reads.roles_at(agency))
    # As it will be read back: what could not be would stand in the way of every later release.
    check_may_leave(unpacked(packed(figure)))
    leaving.check_lists(lists)
    alone(agency)
    leaving.check_beside(figure, reads.estimates_asked_for(agency))
    warnings = [asdict(each) for each in leaving.thoughts(lists)]
    return _asked(agency, figure, method, slug=_slug(figure.title.en, agency), warnings=warnings)


def _asked(agency: UUID, figure: Figure, method: Words, *, slug: str, **about: Any) -> Release:
    before = Release.objects.filter(agency=agency, slug=slug, approved=True).order_by("-decided_at").first()
    made = Release(
        agency_id=agency, slug=slug, figure=packed(figure), method_nl=method.nl, method_en=method.en,
        replaces=before, made_by_id=me(), **about,
    )  # fmt: skip
    made.save(force_insert=True)
    _note(made, Action.CREATE, "asked")
    return made


@transaction.atomic
def approve(*, release: UUID) -> Release:
    """Release a figure that another asked to release; raise Unsafe where it tells too much beside what was since."""
    found = _to_decide(release)
    alone(found.agency_id)
    if Withdrawal.objects.filter(release__slug=found.slug, release__agency=found.agency_id, at__gt=found.made_at):
        raise Unsafe(WITHDRAWN_SINCE)
    figure = unpacked(found.figure)
    if isinstance(figure, Table):
        check(figure, reads.published(found.agency_id))
    _decide(found, approved=True)
    hatch.lay(found)
    return found


@transaction.atomic
def decline(*, release: UUID) -> Release:
    """Do not release what another asked to release."""
    found = _to_decide(release)
    _decide(found, approved=False)
    return found


@transaction.atomic
def withdraw(*, release: UUID, why: str) -> Withdrawal:
    """Show a released figure to nobody any more, in no release of it; it stays kept, for what was read is known."""
    found = reads.release(release)
    if not rules.can_withdraw(reads.roles_at(found.agency_id)) or not found.approved or not why.strip():
        raise Refused("withdraws nothing here")
    alone(found.agency_id)
    made = [_withdrawn(each, why.strip()) for each in _standing(found)]
    if not made:
        raise Refused("is withdrawn already")
    hatch.take_back(made[-1])
    return made[-1]


def _standing(release: Release) -> QuerySet[Release]:
    """Return every release of the same figure that was approved and not withdrawn, the oldest first."""
    same = Release.objects.filter(agency=release.agency_id, slug=release.slug, approved=True, withdrawal=None)
    return same.order_by("decided_at")


def _withdrawn(release: Release, why: str) -> Withdrawal:
    made = Withdrawal(release=release, by_id=me(), why=why)
    made.save(force_insert=True)
    _note(release, Action.UPDATE, "withdrawn")
    return made


def _to_decide(release: UUID) -> Release:
    asked = reads.release(release)
    rules.check_can_decide(reads.roles_at(asked.agency_id), user=me(), asked_by=asked.made_by_id)
    found = Release.objects.filter(pk=release, decided_at=None).select_for_update(of=("self",)).first()
    if found is None:
        raise Refused("is decided already")
    return found


def _decide(release: Release, *, approved: bool) -> None:
    release.decided_by_id, release.decided_at, release.approved = me(), now(), approved
    release.save(update_fields=["decided_by", "decided_at", "approved"])
    _note(release, Action.UPDATE, "approved" if approved else "declined")


def _slug(title: str, of: UUID) -> str:
    """Return the name by which the public knows a figure, the same for each release of it and no other's."""
    return f"{slugify(title)[:60]}-{of.hex[:8]}".strip("-")


def _note(release: Release, action: Action, change: str) -> None:
    record(
        activity=Activity.RELEASE, action=action, kind="figure", objects=[release.pk, release.slug],
        dossier_agency=release.agency_id, facts={"change": change},
    )  # fmt: skip
