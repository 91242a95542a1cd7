# SPDX-License-Identifier: EUPL-1.2
"""What was said and decided about CoMensha in one file, and what of it holds today. Each question is logged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.timezone import localdate

from baken.closed.access import reads as access
from baken.closed.access import rules as grounds
from baken.closed.access.admitting import admit, note, note_list
from baken.closed.access.models import Dossier
from baken.closed.access.parts import OVERSEERS, Part
from baken.closed.access.rules import Refused
from baken.closed.audit.acting import acting
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework.person import reads as people
from baken.closed.casework.person.consenting import Consent, Party, who_consents
from baken.closed.casework.person.reads import Person
from baken.closed.casework.person.rules import Age
from baken.closed.registration import labels, rules
from baken.closed.registration.models import Override, Word
from baken.closed.registration.rights import can_decide
from baken.closed.registration.rules import Basis, Overridden, Purpose, Said
from baken.closed.vault.reads import dossier_keys
from baken.core.clock import today


@dataclass(frozen=True)
class Agreed:
    """Who decides, everything that was said, the newest first, and what it comes to for each purpose."""

    dossier: Dossier
    person: Person | None
    decide: Consent
    words: list[Word]
    overrides: list[Override]
    standings: dict[Purpose, rules.Standing]
    may_write: bool

    @property
    def lacks_authority(self) -> bool:
        """Whether who has authority must speak, and nobody has it today as far as is written down."""
        return Party.AUTHORITY in self.decide.asked and not (self.person and self.person.authorities)

    @property
    def open_override(self) -> Override | None:
        """The override that waits for a second person."""
        return next((each for each in self.overrides if each.decided_at is None), None)

    @property
    def may_override(self) -> bool:
        """Whether registering without consent may be asked."""
        basis = self.standings[Purpose.REGISTRATION].basis
        return self.may_write and basis is None and self.open_override is None


def agreed(dossier: UUID) -> Agreed:
    """Return what was said and decided in a dossier; raise Refused without a ground for its notes."""
    standing, _ = admit(dossier, Part.NOTES, kind="registration")
    found = people.person(standing) if grounds.ground(standing, Part.IDENTITY) else None
    words = list(Word.objects.filter(dossier=dossier).select_related("recorded_by"))
    overrides = list(_overrides(dossier))
    age = found.age if found else Age()
    return Agreed(
        dossier=access.dossiers().get(pk=dossier),
        person=found,
        decide=who_consents(age, today()),
        words=sorted(words, key=lambda each: (each.on, each.recorded_at), reverse=True),
        overrides=overrides,
        standings=judged(words, overrides, age, today()),
        may_write=grounds.can_record_consent(standing),
    )


def _overrides(dossier: UUID) -> Iterable[Override]:
    rows = Override.objects.filter(dossier=dossier).select_related("made_by", "decided_by")
    return rows.order_by("-made_at")


def judged(words: Iterable[Word], overrides: Iterable[Override], age: Age, on: date) -> dict[Purpose, rules.Standing]:
    """Return what holds on a day for each purpose, of what was said and what a second person agreed to."""
    said = [_said(each) for each in words]
    decided = [
        Overridden(each.made_at, localdate(each.decided_at)) for each in overrides if each.approved and each.decided_at
    ]
    needed = who_consents(age, on).asked
    return {each: rules.standing(said, each, needed, decided, on) for each in Purpose}


def _said(row: Word) -> Said:
    told = (Purpose(row.purpose), rules.What(row.what), row.on, row.recorded_at, labels.parties(row.by))
    return Said(*told, struck=row.struck_at is not None)


def bases(dossier: UUID, on: date) -> dict[Purpose, Basis | None]:
    """Return on what ground something may go on a day, for each purpose: for an action that was let in."""
    words, overrides = Word.objects.filter(dossier=dossier), Override.objects.filter(dossier=dossier)
    found = judged(words, overrides, people.person(access.standing(dossier)).age, on)
    return {purpose: each.basis for purpose, each in found.items()}


@dataclass(frozen=True)
class Overriding:
    """The overrides of a file, for its team and for who decides about them."""

    dossier: Dossier
    overrides: list[Override]
    may_decide: bool

    def is_to_decide(self, override: Override) -> bool:
        """Return whether the reader decides about this one."""
        return self.may_decide and override.decided_at is None and override.made_by_id != acting().user


def overriding(dossier: UUID) -> Overriding:
    """Return the overrides of a dossier; raise Refused for who neither reads its notes nor oversees its agency."""
    standing = access.standing(dossier)
    ground = grounds.ground(standing, Part.NOTES)
    if ground is None and not can_decide(standing):
        raise Refused("no ground to read overrides")
    found = list(_overrides(dossier))
    how, part = (Activity.READ, Action.READ), Part.NOTES if ground else Part.COVER
    note(standing, *how, part=part, ground=ground, kind="override", objects=[each.pk for each in found])
    return Overriding(access.dossiers().get(pk=dossier), found, can_decide(standing))


def overrides_to_decide() -> list[Override]:
    """Return the overrides that wait for the acting user, oldest first; of which files is logged."""
    mine = access.agencies_where(OVERSEERS)
    waiting = Override.objects.filter(decided_at=None, agency__in=mine).exclude(made_by=acting().user) if mine else []
    # A file that is just being erased has no key any more.
    keys = dossier_keys(each.dossier_id for each in waiting)
    found = [each for each in waiting if each.dossier_id in keys]
    note_list("override", [each.dossier for each in found])
    return found


def check_writable(found: Agreed) -> None:
    """Raise Refused unless the acting user writes here what goes to CoMensha."""
    if not found.may_write:
        raise Refused("does not register here")
