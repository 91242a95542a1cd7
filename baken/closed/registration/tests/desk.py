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
from baken.closed.registration import actions, overriding, reads
from baken.closed.registration.models import Override, Word
from baken.closed.registration.rules import Basis, Purpose, State, What
from baken.core import clock
from tests.cast import Cast

LEAD, INTAKE, THERAPIST = ("case_manager", "team"), ("intake", "team"), ("therapist", "team")
OFFICER, MANAGER, STRANGER = ("privacy_officer", "same"), ("manager", "same"), ("case_manager", "same")
Who = tuple[str, str]


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

    def logged(self, kind: str) -> list[str]:
        """Return which activities the log has of something in the file, in their order."""
        with self.working(OFFICER):
            told = Entry.objects.filter(dossier_id=self.file, kind=kind).order_by("at")
            return [each.activity for each in told]
