# SPDX-License-Identifier: EUPL-1.2
"""What of the plans of all one's files waits today: tasks, offers, files that nobody leads. Each is logged."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Q

from baken.closed.access import reads as access
from baken.closed.access.admitting import note_list
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part, Role
from baken.closed.audit.acting import acting
from baken.closed.casework.mine import Mine
from baken.closed.plan import leads, rules
from baken.closed.plan.labels import REFUSED
from baken.closed.plan.models import Handover, Task
from baken.closed.plan.reads import Shown
from baken.closed.vault.reads import dossier_keys
from baken.core.clock import now, today

MOST = 200  # tasks on the page; who has more has other worries than the rest of them
MOST_FILES = 500
SHOWN_UNLED = 10  # files that nobody leads; the page says how many there are


@dataclass(frozen=True)
class Waiting:
    """What waits for the acting user. Of files that nobody leads: which she may take, and how many are not shown."""

    tasks: list[Shown]
    nobodys: list[Shown]
    to_me: list[tuple[leads.Offer, Handover]]
    by_me: list[Handover]
    unled: list[Dossier]
    mine: frozenset[UUID]
    more: int

    def __bool__(self) -> bool:
        return bool(self.tasks or self.nobodys or self.to_me or self.by_me or self.unled)


def waiting(mine: Mine) -> Waiting:
    """Return what waits for the acting user; of which files is logged."""
    led, own = _led_and_unled()
    unled = own | _leaderless()
    shown = _covers(unled)
    return Waiting(my_tasks(mine), _nobodys(led), _to_me(), _by_me(led), shown, own, len(unled) - len(shown))


def my_tasks(mine: Mine) -> list[Shown]:
    """Return the acting user's own tasks that are late, due within a week or to be thought of, the earliest first."""
    # A task is shown of whichever file it is, also of one that is not among those that are looked into.
    files = list(access.my_places().values_list("dossier", flat=True)) if mine.more else mine.files
    soon = Q(due_on__lte=today() + rules.WEEK) | Q(remind_on__lte=today())
    found = Task.objects.filter(soon, ended_at=None, owner=acting().user, dossier__among=files)
    return _shown(found.select_related("dossier__agency").order_by("due_on", "made_at")[:MOST])


def _led_and_unled() -> tuple[frozenset[UUID], frozenset[UUID]]:
    """Return which of the acting user's own open files she leads, and which nobody leads though she may."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT file, lead FROM plan_mine() LIMIT %s", [MOST_FILES])
        leads_of = dict(cursor.fetchall())
    led = frozenset(file for file, lead in leads_of.items() if lead == acting().user)
    return led, frozenset(file for file, lead in leads_of.items() if lead is None)


def _leaderless() -> frozenset[UUID]:
    """Return the open files that nobody leads at agencies which the acting user manages."""
    if not access.agencies_where({Role.MANAGER}):
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute("SELECT plan_leaderless()")
        return frozenset(row[0] for row in cursor.fetchall())


def _covers(files: frozenset[UUID]) -> list[Dossier]:
    """Return the oldest of these files, to be shown and logged; without a question where there are none."""
    found = list(access.dossiers().filter(pk__among=files).order_by("opened_at")[:SHOWN_UNLED]) if files else []
    note_list("lead", found)
    return found


def _nobodys(led: frozenset[UUID]) -> list[Shown]:
    """Return the open tasks of files that the acting user leads whose owners can do them no more."""
    found = Task.objects.filter(ended_at=None, dossier__among=led).exclude(owner=acting().user)
    owned = list(found.values_list("pk", "owner", "dossier"))
    able = dict(_owners({file for _, _, file in owned}))
    lost = [task for task, owner, file in owned if rules.is_nobodys(owner, able[file])]
    tasks = Task.objects.filter(pk__among=lost).select_related("owner", "dossier__agency")
    return _shown(tasks.order_by("due_on", "made_at")[:MOST], nobodys=True)


def _owners(files: set[UUID]) -> list[tuple[UUID, frozenset[UUID]]]:
    """Return who may own a task of each of these files now."""
    with connection.cursor() as cursor:
        question = "SELECT file, array(SELECT plan_owners(file)) FROM unnest(%s::uuid[]) AS file"
        cursor.execute(question, [list(files)])
        return [(file, frozenset(people)) for file, people in cursor.fetchall()]


def _shown(tasks: Iterable[Task], *, nobodys: bool = False) -> list[Shown]:
    """Return tasks to be shown, and log of which files; one that is just being erased has no key any more."""
    found = list(tasks)
    keys = dossier_keys(each.dossier_id for each in found)
    kept = [each for each in found if each.dossier_id in keys]
    note_list("task", [each.dossier for each in kept], Part.NOTES)
    return [Shown(each, nobodys) for each in kept]


def _to_me() -> list[tuple[leads.Offer, Handover]]:
    """Return what is offered to the acting user, without its words: those stand on its own page."""
    offers = {each.handover: each for each in leads.offers()}
    rows = Handover.objects.filter(pk__among=offers).select_related("offered_by").order_by("offered_at")
    note_list("handover", [each.file for each in offers.values()])
    return [(offers[each.pk], each) for each in rows]


def _by_me(led: frozenset[UUID]) -> list[Handover]:
    """Return the newest offer of each file that the acting user leads, while it waits or was refused lately."""
    newest = Handover.objects.filter(dossier__among=led).order_by("dossier", "-offered_at").distinct("dossier")
    keys = [each.pk for each in newest if each.ended_at is None or _is_refused_lately(each)]
    found = list(Handover.objects.filter(pk__among=keys).select_related("to", "dossier__agency").order_by("offered_at"))
    note_list("handover", [each.dossier for each in found])
    return found


def _is_refused_lately(row: Handover) -> bool:
    return row.how == REFUSED and row.ended_at is not None and row.ended_at > now() - rules.WEEK
