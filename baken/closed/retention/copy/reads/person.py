# SPDX-License-Identifier: EUPL-1.2
"""Who somebody is, for the copy: identity, guardians, family. Which file a relative has here is not hers to be told."""

from uuid import UUID

from baken.closed.access.parts import Part
from baken.closed.casework.models import Assertion, Guardian, Identity, Relative
from baken.closed.retention.copy.reads.admitting import Copy, admitted, day, moment


def person(dossier: UUID) -> Copy:
    """Return identity, guardians and family, what was struck out too."""
    identity = Identity.objects.filter(dossier=dossier).first()
    guardians = list(Guardian.objects.filter(dossier=dossier).order_by("recorded_at"))
    relatives = list(Relative.objects.filter(dossier=dossier).order_by("recorded_at"))
    admitted(dossier, Part.IDENTITY, [each.pk for each in (identity, *guardians, *relatives) if each])
    return {
        "identity": _identity(identity) if identity else {},
        "guardians": [_guardian(each) for each in guardians],
        "relatives": [_relative(each) for each in relatives],
    }


def status(dossier: UUID) -> list[Copy]:
    """Return what was said of her being a victim, what was struck out too, the oldest first."""
    rows = sorted(Assertion.objects.filter(dossier=dossier), key=lambda each: (each.on, each.recorded_at))
    admitted(dossier, Part.NOTES, [each.pk for each in rows])
    return [
        {
            "what": each.what,
            "by": each.by,
            "on": day(each.on),
            "source": each.source,
            "struck_out": moment(each.struck_at),
        }
        for each in rows
    ]


def _identity(row: Identity) -> Copy:
    return {
        "name": row.name,
        "born": day(row.born),
        "age_range": row.age_range,
        "gender": row.gender,
        "nationality": row.nationality,
        "languages": row.languages,
        "interpreter": row.interpreter,
        "other_nationalities": row.other_nationalities,
        "document_number": row.document_number,
        "marital_status": row.marital_status,
        "children": row.children,
        "education": row.education,
    }


def _guardian(row: Guardian) -> Copy:
    told = {"kind": row.kind, "name": row.name, "phone": row.phone, "since": day(row.since), "until": day(row.until)}
    return told | {"struck_out": moment(row.struck_at)}


def _relative(row: Relative) -> Copy:
    told = {"name": row.name, "relation": row.relation, "born": day(row.born), "with_her": row.with_her}
    return told | {"struck_out": moment(row.struck_at)}
