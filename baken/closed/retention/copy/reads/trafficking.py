# SPDX-License-Identifier: EUPL-1.2
"""What was done to her, the risks around her and how safe she is, for the copy; what was struck out too."""

from uuid import UUID

from baken.closed.access.parts import Part
from baken.closed.retention.copy.reads.admitting import Copy, admitted, day, moment
from baken.closed.trafficking.models import Account, Assessment, Event, SafetyLevel

# Every answer of an account, in the codes in which it is kept.
TOLD = (
    "teller", "forms", "crossing", "sectors", "industry", "sexual", "recruitment", "recruitment_platforms",
    "recruited_country", "recruited_place", "relationship", "first_month", "last_month", "age", "exploited_country",
    "exploited_provinces", "exploited_places", "control", "exploitation_platforms", "words",
)  # fmt: skip


def trafficking(dossier: UUID) -> Copy:
    """Return it all, the oldest first; raise Refused without a ground for the notes and for who she is."""
    accounts = sorted(Account.objects.filter(dossier=dossier), key=lambda each: (each.told_on, each.recorded_at))
    events = list(Event.objects.filter(dossier=dossier).order_by("recorded_at"))
    assessments = list(Assessment.objects.filter(dossier=dossier).order_by("recorded_at"))
    admitted(dossier, Part.NOTES, [each.pk for each in (*accounts, *events, *assessments)])
    return {
        "accounts": [_account(each) for each in accounts],
        "events": [_event(each) for each in events],
        "assessments": [_assessment(each) for each in assessments],
        "safety_levels": _levels(dossier),
    }


def _account(row: Account) -> Copy:
    told = {name: getattr(row, name) for name in TOLD}
    return told | {"told_on": day(row.told_on), "struck_out": moment(row.struck_at)}


def _event(row: Event) -> Copy:
    told = {"kind": row.kind, "on": row.on, "country": row.country, "place": row.place, "words": row.words}
    return told | {"struck_out": moment(row.struck_at)}


def _assessment(row: Assessment) -> Copy:
    told = {"on": day(row.on), "factors": row.factors, "words": row.words}
    return told | {"struck_out": moment(row.struck_at)}


def _levels(dossier: UUID) -> list[Copy]:
    rows = list(SafetyLevel.objects.filter(dossier=dossier).order_by("recorded_at"))
    admitted(dossier, Part.IDENTITY, [each.pk for each in rows])
    return [
        {
            "on": day(each.on),
            "level": each.level,
            "measures": each.measures,
            "words": each.words,
            "review_on": day(each.review_on),
            "struck_out": moment(each.struck_at),
        }
        for each in rows
    ]
