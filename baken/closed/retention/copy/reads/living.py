# SPDX-License-Identifier: EUPL-1.2
"""How she lived in the house, as it comes into the copy: agreements, visitors, incidents, handing over, keys, school.

Who follows something up is named nowhere.
"""

from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.retention.copy.reads.admitting import Copy, admitted, day, moment
from baken.closed.retention.copy.reads.roles import posts_of, roles_at
from baken.closed.retention.copy.reads.shelter import Posts
from baken.closed.shelter.living.models import Agreement, Incident, Line, Loan, School, Visit, Written


def living(found: Dossier) -> Copy:
    """Return all of it; raise Refused without a ground for whereabouts, of which it is a part."""
    agreements = list(Agreement.objects.filter(dossier=found).order_by("from_on"))
    visits = list(Visit.objects.filter(dossier=found).order_by("expected_at"))
    incidents = list(Incident.objects.filter(dossier=found).order_by("happened_at"))
    lines = list(Line.objects.filter(dossier=found).order_by("written_at"))
    loans = list(Loan.objects.filter(dossier=found).order_by("given_on"))
    schools = list(School.objects.filter(dossier=found).select_related("guest").order_by("written_at"))
    rows: list[Written] = [*agreements, *visits, *incidents, *lines, *loans, *schools]
    admitted(found.pk, Part.WHEREABOUTS, [each.pk for each in rows])
    posts = posts_of(found, {each.written_by_id for each in rows})
    told = {"agreements": [_agreement(each) | _by(each, posts) for each in agreements]}
    told |= {"visits": [_visit(each) | _by(each, posts) for each in visits]}
    told |= {"incidents": [_incident(each) | _by(each, posts) for each in incidents]}
    told |= {"lent": [_loan(each) for each in loans], "schools": [_school(each) for each in schools]}
    return {"living": told | {"handed_over": [{"words": each.words} | _by(each, posts) for each in lines]}}


def _by(row: Written, posts: Posts) -> Copy:
    roles = roles_at(posts.get(row.written_by_id, []), row.written_at)
    return {"written_at": moment(row.written_at), "roles": roles}


def _agreement(row: Agreement) -> Copy:
    told = {"about": row.kind, "words": row.words, "agreed": row.agreed, "from": day(row.from_on)}
    return told | {"until": day(row.until_on), "ended_at": moment(row.ended_at), "ending": row.ending}


def _visit(row: Visit) -> Copy:
    told = {"who": row.who, "relation": row.relation, "expected_at": moment(row.expected_at), "allowed": row.allowed}
    return told | {"why_not": row.why, "in_at": moment(row.in_at), "out_at": moment(row.out_at)}


def _incident(row: Incident) -> Copy:
    told = {"happened_at": moment(row.happened_at), "what": row.kind, "how_grave": row.severity, "words": row.words}
    told |= {"done": row.done, "police": row.police}
    return told | {"closed_at": moment(row.ended_at), "what_came_of_it": row.ending}


def _loan(row: Loan) -> Copy:
    told = {"what": row.what, "label": row.label, "given_on": day(row.given_on)}
    return told | {"how": row.how, "ended_on": day(row.ended_on)}


def _school(row: School) -> Copy:
    told = {"who": row.guest.initials, "kind": row.kind, "name": row.name, "weekdays": row.weekdays}
    return told | {"brought_by": row.brought_by, "missed": row.missed, "ended_at": moment(row.ended_at)}
