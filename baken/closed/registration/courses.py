# SPDX-License-Identifier: EUPL-1.2
"""All of it in one file: what was said, the sheet, its versions, and how far each purpose is. It is logged."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.timezone import localdate

from baken.closed.access import reads as access
from baken.closed.access.admitting import admit
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused, can_record_consent
from baken.closed.registration import reads, rules
from baken.closed.registration.fields import Kind, table
from baken.closed.registration.models import ANSWERED, TAKEN, Draft, Exchange, Version
from baken.closed.registration.progress import Done, Made, Progress, Reply, progress
from baken.closed.registration.reads import Agreed
from baken.closed.registration.rules import Purpose
from baken.core.clock import today


@dataclass(frozen=True)
class Paper:
    """A version as it is shown: its type, what was done with it, and whether it may go today."""

    version: Version
    exchanges: list[Exchange]
    lacks: list[str]

    @property
    def kind(self) -> Kind:
        """Which type of file it is."""
        return table().kinds[self.version.content["type"]]

    @property
    def is_out(self) -> bool:
        """Whether it went, or was taken out and may have gone."""
        return any(each.kind != ANSWERED and each.struck_at is None for each in self.exchanges)


@dataclass(frozen=True)
class Purposed:
    """A purpose, what holds for it today, and how far it is."""

    purpose: Purpose
    standing: rules.Standing
    progress: Progress

    @property
    def days(self) -> int:
        """For how many days it has been so."""
        return self.progress.days(today())


@dataclass(frozen=True)
class Course:
    """What was said, how far each purpose is, the sheet, and its versions, the newest first."""

    agreed: Agreed
    purposes: list[Purposed]
    draft: Draft | None
    papers: list[Paper]

    @property
    def pseudonym(self) -> str:
        """Her name with CoMensha, where she has one."""
        return self.draft.pseudonym if self.draft else ""


def course_of(dossier: UUID) -> Course:
    """Return all of it; raise Refused without a ground for the notes of a dossier."""
    found = reads.agreed(dossier)
    versions = list(Version.objects.filter(dossier=dossier).select_related("fixed_by").order_by("-number"))
    exchanges = list(Exchange.objects.filter(dossier=dossier).select_related("recorded_by", "version"))
    admit(dossier, Part.NOTES, kind="version", objects=[each.pk for each in (*versions, *exchanges)])
    return Course(
        agreed=found,
        purposes=purposed(found.standings, versions, exchanges),
        draft=Draft.objects.filter(dossier=dossier).first(),
        papers=[_paper(each, exchanges, found) for each in versions],
    )


def _paper(version: Version, exchanges: list[Exchange], found: Agreed) -> Paper:
    own = sorted(
        (each for each in exchanges if each.version_id == version.pk), key=lambda each: (each.on, each.recorded_at)
    )
    lacks = [each for each in version.content["purposes"] if found.standings[Purpose(each)].basis is None]
    return Paper(version, own, lacks)


def purposed(
    standings: dict[Purpose, rules.Standing], versions: Iterable[Version], exchanges: Iterable[Exchange]
) -> list[Purposed]:
    """Return how far each purpose is, by what was not struck out."""
    made = {each.pk: _made(each) for each in versions}
    done = [_done(each, made[each.version_id]) for each in exchanges if not each.struck_at]
    numbered = sorted(made.values(), key=lambda each: each.number)
    return [Purposed(each, standings[each], progress(each, standings[each], numbered, done)) for each in Purpose]


def _made(row: Version) -> Made:
    return Made(row.number, localdate(row.fixed_at), frozenset(row.content["purposes"]))


def _done(row: Exchange, version: Made) -> Done:
    reply = Reply(row.what) if row.kind == ANSWERED else None
    return Done(version, row.on, row.recorded_at, reply, is_taken=row.kind == TAKEN)


@dataclass(frozen=True)
class One:
    """One version, for who writes down what was done with it."""

    dossier: Dossier
    version: Version


def version_of(dossier: UUID, version: UUID) -> One:
    """Return a version for who writes here; raise Refused for another, or for one that is not there."""
    standing, _ = admit(dossier, Part.NOTES, kind="version", objects=[version])
    row = Version.objects.filter(pk=version, dossier=dossier).first()
    if row is None or not can_record_consent(standing):
        raise Refused("no such version here")
    return One(access.dossiers().get(pk=dossier), row)
