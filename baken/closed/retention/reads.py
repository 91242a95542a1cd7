# SPDX-License-Identifier: EUPL-1.2
"""How long a file is still kept, what holds it and who wants it erased. Each question is logged."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from baken.closed.access import reads as access
from baken.closed.access import rules as grounds
from baken.closed.access.admitting import note, note_list
from baken.closed.access.models import Dossier
from baken.closed.access.parts import OVERSEERS, Part
from baken.closed.access.rules import Refused, Standing
from baken.closed.audit.activities import Action, Activity
from baken.closed.retention import rights, rules
from baken.closed.retention.models import Clock, Erasure, Hold, Tombstone
from baken.closed.retention.rules import Due
from baken.core.clock import today

SHOWN = 50  # files a page


@dataclass(frozen=True)
class Keeping:
    """How one file is kept. ``holds`` are for overseers; others learn only that there is one."""

    dossier: Dossier
    standing: Standing
    due: Due
    held: bool
    holds: list[Hold]
    erasure: Erasure | None

    @property
    def over(self) -> bool:
        """Return whether the term is over."""
        return self.due.day <= today()

    @property
    def answer_by(self) -> date | None:
        """Return by which day the person's request is answered; None where nobody asked."""
        asked = self.erasure.requested_on if self.erasure else None
        return rules.answer_by(self.dossier.kind, asked, today()).day if asked else None


def keeping(dossier: UUID) -> Keeping:
    """Return how a file is kept; raise Refused for whoever may neither copy it nor have it erased."""
    standing = access.standing(dossier)
    rights.check(rights.can_look(standing), "no business with keeping this file")
    note(
        standing,
        Activity.READ,
        Action.READ,
        part=Part.COVER,
        ground=grounds.ground(standing, Part.COVER),
        kind="keeping",
    )
    found = access.dossiers().get(pk=dossier)
    live = Erasure.objects.filter(dossier=dossier).exclude(approved=False).select_related("made_by")
    return Keeping(
        dossier=found,
        standing=standing,
        due=due_of(found),
        held=is_held(dossier),
        holds=list(Hold.objects.filter(dossier=dossier).select_related("placed_by").order_by("lifted_at", "since")),
        erasure=live.first(),
    )


def due_of(dossier: Dossier) -> Due:
    """Return from which day on a dossier may be erased."""
    return rules.due(dossier.kind, Clock.objects.get(pk=dossier.pk).changed_on, today())


def is_held(dossier: UUID) -> bool:
    """Return whether a legal hold keeps a dossier, which anybody who may ask for its erasure must know."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT retention_held(%s)", [dossier])
        return bool(cursor.fetchone()[0])


@dataclass(frozen=True)
class DueFile:
    """A file whose term is over."""

    dossier: Dossier
    due: Due
    held: bool


def due_files(page: int) -> tuple[list[DueFile], bool]:
    """Return one page of the files whose term is over at the agencies one oversees, and whether there are more."""
    start = (page - 1) * SHOWN
    past = Clock.objects.filter(dossier__agency__in=overseen(), changed_on__lte=rules.cutoff(today()))
    clocks = list(past.select_related("dossier__agency").order_by("changed_on", "pk")[start : start + SHOWN + 1])
    shown = [each.dossier for each in clocks[:SHOWN]]
    note_list("due", shown)
    held = set(Hold.objects.filter(dossier__in=shown, lifted_at=None).values_list("dossier_id", flat=True))
    dues = {each.pk: rules.due(each.dossier.kind, each.changed_on, today()) for each in clocks}
    found = [DueFile(each, dues[each.pk], each.pk in held) for each in shown if dues[each.pk].day <= today()]
    return found, len(clocks) > SHOWN


def counted() -> dict[str, tuple[int, int]]:
    """Return by agency how many files are past their term and how many of those are held; asked as the owner."""
    past = Clock.objects.filter(changed_on__lte=rules.cutoff(today())).select_related("dossier__agency")
    over = [each for each in past if rules.due(each.dossier.kind, each.changed_on, today()).day <= today()]
    held = set(Hold.objects.filter(lifted_at=None).values_list("dossier_id", flat=True))
    found: dict[str, tuple[int, int]] = {}
    for each in sorted(over, key=lambda clock: clock.dossier.agency.name):
        count, of_them = found.get(each.dossier.agency.name, (0, 0))
        found[each.dossier.agency.name] = (count + 1, of_them + (each.pk in held))
    return found


def to_decide() -> list[Erasure]:
    """Return the erasures at the agencies one oversees that nobody decided on yet, oldest first; logged."""
    found = list(undecided(overseen()))
    note_list("erasure", [each.dossier for each in found])
    return found


def undecided(agencies: list[UUID]) -> QuerySet[Erasure]:
    """Return the erasures at these agencies that nobody decided on yet, oldest first; whoever shows them logs it."""
    waiting = Erasure.objects.filter(agency__in=agencies, decided_at=None)
    return waiting.select_related("dossier", "made_by").order_by("made_at")


def erased() -> int:
    """Return how many files were erased at the agencies one oversees."""
    return Tombstone.objects.filter(agency__in=overseen()).count()


def overseen() -> list[UUID]:
    """Return the agencies that the acting user oversees; raise Refused where there is none."""
    mine = access.agencies_where(OVERSEERS)
    if not mine:
        raise Refused("oversees nobody")
    return mine
