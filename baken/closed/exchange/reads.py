# SPDX-License-Identifier: EUPL-1.2
"""The files that somebody may hand to another system: those on whose care team she is now, read as she reads them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from baken.closed.access import reads as access
from baken.closed.access import rules as grounds
from baken.closed.access.models import Agency, Dossier
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework import reads as casework
from baken.closed.exchange import given
from baken.closed.exchange.fitting import SAFE_WAYS, LeftOut, fitted, several
from baken.closed.trafficking.reads import trafficking_of
from baken.closed.trafficking.record import core_record
from baken.closed.vault.reads import dossier_keys
from baken.standards.htcds.records import Record

# What a record tells of; who may not read all of it would hand over one that says falsely that nobody asked.
NEEDED = (Part.COVER, Part.IDENTITY, Part.CONTACT, Part.NOTES)


@dataclass
class Handed:
    """What is handed over: the records, the files they are of, and what was left out."""

    records: list[Record] = field(default_factory=list)
    files: list[Dossier] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)


def hand_over(*, agency: UUID, suffix: str, since: date | None, until: date | None, sealed: bool) -> Handed:
    """Return the acting user's files, opened in a span, and log which; raise Refused for who works elsewhere."""
    if agency not in access.my_roles():
        raise Refused("does not work there")
    found = Handed()
    files = list(mine(agency, since, until))
    keys = dossier_keys(each.pk for each in files) if files else {}
    for each in files:
        if why := why_not(each, NEEDED, has_key=each.pk in keys):
            found.left.append(LeftOut(each.number, "", why))
        else:
            _take(found, each, suffix)
    _note(found, agency, suffix, sealed=sealed)
    return found


def agency_called(name: str) -> Agency | None:
    """Return the agency of a name; None where there is none, or are several."""
    found = list(access.agencies().filter(name=name)[:2])
    return found[0] if len(found) == 1 else None


def mine(agency: UUID, since: date | None, until: date | None) -> QuerySet[Dossier]:
    """Return her files there, the oldest first; a report is told of in the file that it led to."""
    found = access.my_dossiers().filter(agency=agency).exclude(kind=Dossier.Kind.REPORT)
    within = {"opened_at__date__gte": since, "opened_at__date__lte": until}
    return found.filter(**{name: day for name, day in within.items() if day}).order_by("opened_at", "number")


def why_not(file: Dossier, needed: Iterable[Part], *, has_key: bool) -> str:
    """Return why a file does not go out; nothing where it does."""
    if not has_key:
        return "it is being erased"
    standing = access.standing(file.pk)
    hidden = [str(part) for part in needed if not grounds.ground_to_write(standing, part)]
    return f"not all of it is yours to read: {', '.join(hidden)}" if hidden else ""


def _take(found: Handed, dossier: Dossier, suffix: str) -> None:
    file = casework.file(dossier.pk)
    known, hides = given.referral(dossier.pk)
    known |= {**given.course(dossier), **given.consent(dossier.pk), **given.vulnerabilities(dossier.pk)}
    told = core_record(file, trafficking_of(dossier.pk), known) | known
    told |= {name: [*several(told[name]), *values] for name, values in given.carried(dossier.pk).items()}
    made, left = fitted(dossier.number, told, suffix, _safe_ways(file))
    found.records.append(made)
    found.files.append(dossier)
    found.left += left
    if hides:
        found.left += [LeftOut(dossier.number, name, "a report is not yours to read") for name in given.REFERRAL]


def _safe_ways(file: casework.File) -> Iterator[str]:
    """Yield how she can be reached without danger: a number that goes out without it may harm her."""
    if file.contact and file.contact.safe_ways:
        yield f"{SAFE_WAYS}: {file.contact.safe_ways}"


def _note(found: Handed, agency: UUID, suffix: str, *, sealed: bool) -> None:
    """Log which files go out, to what purpose, as what: each person whose file it is is told of it."""
    record(
        activity=Activity.EXPORT, action=Action.READ, kind="htcds", objects=[each.pk for each in found.files],
        dossier_agency=agency, ground="team",
        facts={"format": suffix.removeprefix("."), "sealed": "yes" if sealed else "no"},
    )  # fmt: skip
