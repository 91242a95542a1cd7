# SPDX-License-Identifier: EUPL-1.2
"""What was done because she was a child, or had children, as it comes into the copy."""

from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.minors.models import Round, Route, Step
from baken.closed.retention.copy.reads.admitting import Copy, admitted, day, moment
from baken.closed.retention.copy.reads.roles import posts_of, roles_at


def children(found: Dossier) -> Copy:
    """Return the reporting code and who was asked for authority; raise Refused without a ground for both parts."""
    return {"reporting_code": _code(found), "authority": _asked(found)}


def _code(found: Dossier) -> list[Copy]:
    """Return each step and kindcheck, what was struck out too, with the roles of who wrote it down."""
    rounds = {each.pk: each for each in Round.objects.filter(dossier=found)}
    steps = list(Step.objects.filter(dossier=found).order_by("recorded_at"))
    admitted(found.pk, Part.NOTES, [*rounds, *(each.pk for each in steps)])
    posts = posts_of(found, {each.recorded_by_id for each in steps})
    return [
        {
            "step": each.key,
            "about": rounds[each.round_id].about if each.round_id else None,
            "on": day(each.on),
            "roles": roles_at(posts.get(each.recorded_by_id, []), each.recorded_at),
            "words": each.words,
            "told": each.told,
            "struck_out": moment(each.struck_at),
        }
        for each in steps
    ]


def _asked(found: Dossier) -> list[Copy]:
    rows = list(Route.objects.filter(dossier=found).order_by("asked_at"))
    admitted(found.pk, Part.IDENTITY, [each.pk for each in rows])
    return [
        {
            "route": each.route,
            "asked_on": day(each.asked_on),
            "words": each.words,
            "how": each.how,
            "answered_on": day(each.ended_on),
            "answer": each.answer,
        }
        for each in rows
    ]
