# SPDX-License-Identifier: EUPL-1.2
"""Who read what, with names. Row-level security lets a privacy officer see her agency's entries, and nobody else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.timezone import get_current_timezone

from baken.accounts.models import User
from baken.closed.access import reads as access
from baken.closed.access import rules
from baken.closed.access.admitting import note, note_list
from baken.closed.access.models import Agency, Dossier
from baken.closed.access.parts import Part, Role
from baken.closed.access.rules import Refused, Standing
from baken.closed.audit import reads as audit
from baken.closed.audit.activities import Action, Activity
from baken.closed.audit.models import Entry
from baken.closed.audit.rules import Day, Told, gather, unusual
from baken.core.clock import now

SHOWN = 100  # entries a page
NOBODY = "-"
LOOKS_BACK = timedelta(days=28)


@dataclass(frozen=True)
class Line:
    """An entry of the log with the name of who acted."""

    entry: Entry
    who: str


@dataclass(frozen=True)
class Question:
    """A day of somebody's reading that stands out."""

    day: Day
    who: str


def officer_of() -> list[UUID]:
    """Return the agencies of which the acting user is privacy officer; raise Refused where she is of none."""
    mine = access.agencies_where({Role.PRIVACY_OFFICER})
    if not mine:
        raise Refused("is no privacy officer")
    return mine


def questions() -> list[Question]:
    """Return what stands out of four weeks of reading at the acting officer's agencies."""
    since = now() - LOOKS_BACK
    found = [day for agency in officer_of() for day in unusual(audit.days(agency=agency, since=since))]
    names = _names(day.user for day in found)
    return [Question(day, names.get(day.user, NOBODY)) for day in found]


def covers() -> list[Dossier]:
    """Return the newest files whose log the acting officer may open; the list is logged."""
    found = list(access.dossiers().filter(agency__in=officer_of())[:SHOWN])
    note_list("dossier", found)
    return found


def ceremonies() -> list[Line]:
    """Return what was done with passphrases and shares in four weeks at the acting officer's agencies, newest first."""
    since = now() - LOOKS_BACK
    found = [each for agency in officer_of() for each in audit.ceremonies(agency=agency, since=since)[:SHOWN]]
    names = _names(each.user_id for each in found)
    return [Line(each, names.get(each.user_id, NOBODY)) for each in found]


def log_of(dossier: UUID, page: int) -> tuple[Standing, list[Line], bool]:
    """Return one page of who saw a file, newest first, and whether there are more; for its privacy officer."""
    standing = access.standing(dossier)
    if standing.agency not in officer_of() or not rules.ground(standing, Part.COVER):
        raise Refused("is not the privacy officer of this file")
    start = (page - 1) * SHOWN
    entries = list(audit.about(dossier=dossier, dossier_agency=standing.agency)[start : start + SHOWN + 1])
    names = _names(each.user_id for each in entries)
    lines = [Line(each, names.get(each.user_id, NOBODY)) for each in entries[:SHOWN]]
    return standing, lines, len(entries) > SHOWN


def overview(dossier: UUID) -> list[tuple[Told, str]]:
    """Return what the person is told of who saw her file, with the agency's name.

    It is for whoever talks with her, or the privacy officer.
    """
    standing = access.standing(dossier)
    officer = standing.agency in access.agencies_where({Role.PRIVACY_OFFICER})
    if not (rules.can_record_consent(standing) or (officer and rules.ground(standing, Part.COVER))):
        raise Refused("does not tell the person who read her file")
    note(standing, Activity.PRINT, Action.READ, part=Part.COVER, kind="overview")
    note(standing, Activity.LOG_READ, Action.READ, kind="log")
    names = {each.pk: each.name for each in Agency.objects.all()}
    return [(told, _name(names, told.seen.agency)) for told in gather(access.told(dossier), get_current_timezone())]


def _name(names: Mapping[UUID, str], agency: UUID | None) -> str:
    return names.get(agency, NOBODY) if agency else NOBODY


def _names(users: Iterable[UUID | None]) -> dict[UUID | None, str]:
    return {each.pk: str(each) for each in User.objects.filter(pk__in={user for user in users if user})}
