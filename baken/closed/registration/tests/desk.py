# SPDX-License-Identifier: EUPL-1.2
"""Colleagues who register the person of the cast's file, with an owner's hand to set the scene."""

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg

from baken.closed.access.context import working_as
from baken.closed.audit.models import Entry
from baken.closed.casework.actions import write_identity
from baken.closed.registration import actions, courses, overriding, reads, sending, sheets, writing
from baken.closed.registration.fields import known, table
from baken.closed.registration.models import Exchange, Override, Version, Word
from baken.closed.registration.progress import Progress, Reply
from baken.closed.registration.rules import Basis, Purpose, State, What
from baken.core import clock
from tests.cast import Cast

LEAD, INTAKE, THERAPIST = ("case_manager", "team"), ("intake", "team"), ("therapist", "team")
OFFICER, MANAGER, STRANGER = ("privacy_officer", "same"), ("manager", "same"), ("case_manager", "same")
Who = tuple[str, str]
ENGLISH = {"accept-language": "en"}


def day(ahead: int = 0) -> datetime.date:
    """Return the day so many days from now."""
    return clock.today() + datetime.timedelta(days=ahead)


@dataclass(frozen=True)
class Desk:
    """Who does what in the file of the cast."""

    cast: Cast
    owner: psycopg.Connection

    @property
    def file(self) -> UUID:
        return self.cast.files["main"]

    def working(self, who: Who = LEAD) -> Any:
        return working_as(self.cast.person(*who))

    def aged(self, least: int | None, most: int | None) -> None:
        """Let her be between two ages, or let nobody know."""
        with self.working():
            write_identity(dossier=self.file, name="Verzonnen Naam", least=least, most=most)

    def say(
        self, what: What = What.GIVEN, purpose: Purpose = Purpose.REGISTRATION, who: Who = LEAD, **given: Any
    ) -> Word:
        with self.working(who):
            given = {"on": day(), "by": "herself", "how": "signed", **given}
            return actions.write_word(dossier=self.file, purpose=purpose, what=what, **given)

    def ask_override(self, who: Who = LEAD) -> Override:
        with self.working(who):
            told = {"adviser": "fg", "name": "Verzonnen Adviseur", "advised_on": day(), "reason": "Verzonnen reden"}
            return overriding.ask_override(dossier=self.file, **told)

    def decide(self, override: Override, who: Who = OFFICER, *, approve: bool = True) -> None:
        with self.working(who):
            overriding.decide_override(dossier=self.file, override=override.pk, approve=approve)

    def read(self, who: Who = LEAD) -> reads.Agreed:
        with self.working(who):
            return reads.agreed(self.file)

    def state(self, purpose: Purpose = Purpose.REGISTRATION) -> State:
        return self.read().standings[purpose].state

    def basis(self, purpose: Purpose = Purpose.REGISTRATION) -> Basis | None:
        return self.read().standings[purpose].basis

    def begin(self, kind: str = "registration", **answers: Any) -> None:
        """Begin the sheet of a type, with answers beside what the file holds."""
        with self.working():
            draft = writing.choose_kind(dossier=self.file, kind=kind)
            told = {**draft.answers, **{key: known(value) for key, value in answers.items()}}
            writing.write_sheet(dossier=self.file, answers=told, stamp=sheets.stamp(draft))

    def fix(self, kind: str = "registration", **answers: Any) -> Version:
        self.begin(kind, **answers)
        with self.working():
            return writing.fix_sheet(dossier=self.file, stamp=sheets.sheet_of(self.file).stamp)

    def sheet(self, who: Who = LEAD) -> sheets.Sheet:
        with self.working(who):
            return sheets.sheet_of(self.file)

    def take(self, version: Version, form: str = "json", who: Who = LEAD) -> bytes:
        with self.working(who):
            return writing.take_out(dossier=self.file, version=version.pk, form=form)[2]

    def send(self, version: Version, on: datetime.date | None = None, who: Who = LEAD) -> Exchange:
        with self.working(who):
            return sending.mark_sent(
                dossier=self.file, version=version.pk, on=on or day(), what="mail", to="Verzonnen medewerker"
            )

    def answer(self, version: Version, reply: Reply, on: datetime.date | None = None) -> Exchange:
        with self.working():
            told = {"on": on or day(), "what": reply.value, "number": "Verzonnen 7"}
            return sending.mark_answered(dossier=self.file, version=version.pk, **told)

    def progress(self, purpose: Purpose = Purpose.REGISTRATION) -> Progress:
        with self.working():
            return next(each.progress for each in courses.course_of(self.file).purposes if each.purpose == purpose)

    def fixed_earlier(self, version: Version, days: int) -> None:
        """Let a version have been fixed some days ago."""
        moment = clock.now() - datetime.timedelta(days=days)
        self.owner.execute("UPDATE registration_version SET fixed_at = %s WHERE id = %s", [moment, version.pk])

    def logged(self, kind: str) -> list[str]:
        """Return which activities the log has of something in the file, in their order."""
        with self.working(OFFICER):
            told = Entry.objects.filter(dossier_id=self.file, kind=kind).order_by("at")
            return [each.activity for each in told]


def keys_of(purpose: Purpose) -> set[str]:
    """Return the fields that serve one purpose alone."""
    return {each.key for each in table().fields.values() if each.purposes == {purpose}}
