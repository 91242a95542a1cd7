# SPDX-License-Identifier: EUPL-1.2
"""That she asked for a place to live, what was answered, and when she lived with us, as it comes into the copy.

In which unit that was is left out, as is whom she must not be near and by whom she was exploited: the one tells where
she hides, the others stand in other people's files too.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from baken.closed.access.models import Appointment, Dossier
from baken.closed.access.parts import Part
from baken.closed.retention.copy.reads.admitting import Copy, admitted, day, moment
from baken.closed.retention.copy.reads.roles import posts_of, roles_at
from baken.closed.shelter.models import Absence, Guest, Onward, Request, Screening, Stay

_NEEDS = ("step_free", "excluded_regions", "financing")
Posts = dict[UUID, list[Appointment]]


def shelter(found: Dossier) -> Copy:
    """Return all of it; raise Refused without a ground for contact and for whereabouts, of which stays are a part."""
    return {"shelter": _asked(found) | {"stays": _stays(found)}}


def _asked(found: Dossier) -> Copy:
    """Return what was asked for and answered, what each screening said, and where else she was offered."""
    requests = list(Request.objects.filter(dossier=found).order_by("asked_at"))
    guests = list(Guest.objects.filter(dossier=found).order_by("number"))
    screenings = list(Screening.objects.filter(dossier=found).order_by("recorded_at"))
    onwards = list(Onward.objects.filter(dossier=found).order_by("offered_at"))
    admitted(found.pk, Part.CONTACT, [each.pk for each in (*requests, *guests, *screenings, *onwards)])
    posts = posts_of(found, {each.recorded_by_id for each in screenings})
    return {
        "requests": [_request(each, guests) for each in requests],
        "screenings": [_screening(each, posts) for each in screenings],
        "offered_elsewhere": [_onward(each) for each in onwards],
    }


def _request(row: Request, guests: list[Guest]) -> Copy:
    days = {name: day(getattr(row, name)) for name in ("arrive_on", "leave_on", "latest_on")}
    return {
        "asked_at": moment(row.asked_at),
        "by": row.source,
        "length": row.length,
        **days,
        "sure": row.sure,
        "people": [_guest(each) for each in guests if each.request_id == row.pk],
        "needs": {name: row.needs[name] for name in _NEEDS if row.needs.get(name)},
        "consent": row.consent,
        "words": row.words,
        "how": row.how,
        "why": row.why,
        "answer": row.answer,
        "answered_at": moment(row.ended_at),
    }


def _guest(row: Guest) -> Copy:
    return {"initials": row.initials, "sex": row.sex, "born": day(row.born), "age": row.age}


def _screening(row: Screening, posts: Posts) -> Copy:
    told = {"at": moment(row.recorded_at), "roles": roles_at(posts.get(row.recorded_by_id, []), row.recorded_at)}
    return told | {"colour": row.colour, **row.found, "words": row.words, "struck_out": moment(row.struck_at)}


def _onward(row: Onward) -> Copy:
    told = {"to": row.to, "offered_at": moment(row.offered_at), "words": row.words, "how": row.how}
    return told | {"answer": row.answer, "answered_at": moment(row.ended_at)}


def _stays(found: Dossier) -> list[Copy]:
    """Return from when until when she lived with us and how that ended, and when she was away."""
    stays = list(Stay.objects.filter(dossier=found).order_by("from_on", "given_at"))
    absences = list(Absence.objects.filter(dossier=found).order_by("since"))
    admitted(found.pk, Part.WHEREABOUTS, [each.pk for each in (*stays, *absences)])
    posts = posts_of(found, {UUID(step["by"]) for each in absences for step in each.steps.values()})
    return [_stay(each, [_absence(away, posts) for away in absences if away.stay_id == each.pk]) for each in stays]


def _stay(row: Stay, absences: list[Copy]) -> Copy:
    return {
        "from": day(row.from_on),
        "until": day(row.until_on),
        "arrived_at": moment(row.arrived_at),
        "how": row.outcome,
        "ended_at": moment(row.ended_at),
        "words": row.words,
        "away": absences,
    }


def _absence(row: Absence, posts: Posts) -> Copy:
    steps = [_step(key, told, posts) for key, told in row.steps.items()]
    told = {"kind": row.kind, "since": moment(row.since), "bed_kept_until": day(row.keep_until), "words": row.words}
    return told | {"steps": steps, "back_at": moment(row.ended_at)}


def _step(key: str, told: dict[str, Any], posts: Posts) -> Copy:
    at = datetime.fromisoformat(told["at"])
    return {"step": key, "at": moment(at), "roles": roles_at(posts.get(UUID(told["by"]), []), at)}
