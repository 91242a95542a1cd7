# SPDX-License-Identifier: EUPL-1.2
"""Who somebody is, who decides with her and who belongs to her. Each question is logged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access import rules as access_rules
from baken.closed.access.admitting import admit, note, note_list
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused, Standing
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework.models import Identity
from baken.closed.casework.person import rules
from baken.closed.casework.person.majority import Majority, majority
from baken.closed.casework.person.models import Guardian, Relative
from baken.closed.casework.person.rules import Age, Turning
from baken.core.clock import today

_Kept = TypeVar("_Kept", Guardian, Relative)


@dataclass(frozen=True)
class Person:
    """Who somebody is as far as it is known, and what her age asks for today."""

    identity: Identity | None
    guardians: list[Guardian] = field(default_factory=list)
    relatives: list[Relative] = field(default_factory=list)

    @property
    def age(self) -> Age:
        """What is known of her age."""
        return age_of(self.identity)

    @property
    def law(self) -> Majority:
        """From which age she decides for herself."""
        return majority(today())

    @property
    def years(self) -> tuple[int | None, int | None]:
        """The fewest and the most years that she has."""
        return rules.youngest(self.age, today()), rules.oldest(self.age, today())

    @property
    def may_be_minor(self) -> bool:
        """Whether she is under age, or may be."""
        return rules.may_be_minor(self.age, self.law.years, today())

    @property
    def is_surely_minor(self) -> bool:
        """Whether there is no doubt of that."""
        return rules.is_surely_minor(self.age, self.law.years, today())

    @property
    def is_surely_adult(self) -> bool:
        """Whether there is no doubt that she is of age."""
        low = self.years[0]
        return low is not None and low >= self.law.years

    @property
    def authorities(self) -> list[Guardian]:
        """Who has authority over her today; whose authority ended, or is still to begin, has none."""
        return [each for each in self.guardians if rules.has_authority([(each.since, each.until)], today())]

    @property
    def lacks_guardian(self) -> bool:
        """Whether she may be under age and nobody with authority is written down."""
        return self.may_be_minor and not self.authorities

    @property
    def turning(self) -> Turning | None:
        """When she comes of age, if that is soon."""
        return rules.turning(self.age.born, self.law.years, today(), self.law.notice)


@dataclass(frozen=True)
class Family:
    """The page of guardians and family: with what was struck out, and the files that its reader may open."""

    dossier: Dossier
    person: Person
    struck: list[Guardian | Relative]
    files: Mapping[str, Dossier]
    may_write: bool


def age_of(identity: Identity | None) -> Age:
    """Return what is known of an age."""
    if identity is None or identity.born:
        return Age(born=identity.born if identity else None)
    told = identity.age_range or {}
    on = told.get("on")
    return Age(least=told.get("least"), most=told.get("most"), on=date.fromisoformat(on) if on else None)


def person(standing: Standing) -> Person:
    """Return who the person of a dossier is, for somebody who has a ground for that part."""
    found = _person(standing.dossier)
    rows = [found.identity, *found.guardians, *found.relatives]
    ground = access_rules.check_can_read(standing, Part.IDENTITY)
    objects = [each.pk for each in rows if each]
    note(standing, Activity.READ, Action.READ, part=Part.IDENTITY, ground=ground, kind="identity", objects=objects)
    return found


def _person(dossier: UUID) -> Person:
    return Person(
        identity=Identity.objects.filter(dossier=dossier).first(),
        guardians=list(Guardian.objects.filter(dossier=dossier, struck_at=None).order_by("recorded_at")),
        relatives=list(Relative.objects.filter(dossier=dossier, struck_at=None).order_by("recorded_at")),
    )


def family(dossier: UUID) -> Family:
    """Return guardians and family of a dossier; raise Refused without a ground for the part identity."""
    standing, _ = admit(dossier, Part.IDENTITY, kind="family")
    found = _person(dossier)
    return Family(
        dossier=access.dossiers().get(pk=dossier),
        person=found,
        struck=_struck(dossier),
        files=_files(found.relatives),
        may_write=access_rules.ground_to_write(standing, Part.IDENTITY) is not None,
    )


def _struck(dossier: UUID) -> list[Guardian | Relative]:
    kinds = (Guardian, Relative)
    rows = [each for kind in kinds for each in kind.objects.filter(dossier=dossier, struck_at__isnull=False)]
    return sorted(rows, key=lambda each: each.recorded_at)


def _files(relatives: list[Relative]) -> dict[str, Dossier]:
    """Return the files of relatives whose cover the acting user may see; that she saw them is logged."""
    wanted = [UUID(each.file) for each in relatives if each.file]
    found = list(access.dossiers().filter(pk__in=wanted)) if wanted else []
    note_list("relative", found)
    return {str(each.pk): each for each in found}


def file_numbered(found: Family, number: str) -> UUID | None:
    """Return another file of a number at the same agency, if the acting user may see its cover."""
    others = access.dossiers().exclude(pk=found.dossier.pk)
    return others.filter(number=number, agency=found.dossier.agency_id).values_list("pk", flat=True).first()


def unseen_link(found: Family, old: Relative | None) -> UUID | None:
    """Return the file that a relative is linked to where the acting user may not see it."""
    return UUID(old.file) if old and old.file and old.file not in found.files else None


def check_writable(found: Family) -> None:
    """Raise Refused unless the acting user may write who the person is."""
    if not found.may_write:
        raise Refused("no ground to write who she is")


def one_of(rows: list[_Kept], key: UUID) -> _Kept:
    """Return the row of a key; raise Refused for one that is not there."""
    found = next((each for each in rows if each.pk == key), None)
    if found is None:
        raise Refused("no such row")
    return found
