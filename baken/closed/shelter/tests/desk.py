# SPDX-License-Identifier: EUPL-1.2
"""A house with people at work in it: units are added, households ask, places are given."""

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.core.exceptions import ValidationError

from baken.closed.access.actions import open_dossier
from baken.closed.access.context import working_as
from baken.closed.audit.models import Entry
from baken.closed.shelter.asking import actions as asking
from baken.closed.shelter.asking.actions import Person, Wish
from baken.closed.shelter.giving import actions as giving
from baken.closed.shelter.giving import staying
from baken.closed.shelter.house.actions import Plan, add_unit
from baken.closed.shelter.labels import RULES
from baken.closed.shelter.models import Bed, Stay
from baken.closed.shelter.placing.rules import Rule
from baken.closed.shelter.weighing.reads import House, house
from baken.core import clock
from tests.cast import Cast

WORKER, SECOND, LEAD = ("shelter", "same"), ("shelter", "other"), ("case_manager", "same")
OFFICER, MANAGER = ("privacy_officer", "same"), ("manager", "same")
Who = tuple[str, str]


def day(ahead: int) -> datetime.date:
    """Return the day so many days from now."""
    return clock.today() + datetime.timedelta(days=ahead)


def grown_up(sex: str = "F", initials: str = "V.Z.") -> Person:
    """Return somebody surely of age."""
    return Person(initials, sex, None, "adult")


@dataclass(frozen=True)
class Desk:
    """Who does what in the house of the centre."""

    cast: Cast
    owner: psycopg.Connection

    @property
    def agency(self) -> UUID:
        return self.cast.rows["agency"]

    def key(self, who: Who) -> UUID:
        return self.cast.person(*who)

    def working(self, who: Who = WORKER) -> Any:
        return working_as(self.key(who))

    def unit(self, name: str, places: int = 2, **given: Any) -> UUID:
        """Add a unit to the house."""
        plan = {"location": "Verzonnen locatie", "region": "Noord", "building": "A", "wing": "", **given}
        with self.working():
            return add_unit(agency=self.agency, plan=Plan(name=name, places=places, **plan)).pk

    def asks(self, *people: Person, colour: str = "green", nights: int = 30, ahead: int = 0, **needs: Any) -> UUID:
        """Let a case manager open a file and ask for a place in it, and screen her; return the file."""
        sure = needs.pop("sure", "sure")
        with self.working(LEAD):
            made = open_dossier(agency=self.agency)
            leave = day(ahead + nights)
            wish = Wish("intake", "Verzonnen", "short", day(ahead), leave, latest_on=leave, sure=sure, needs=needs)
            asking.ask(dossier=made.pk, wish=wish, people=people or (grown_up(),))
            asking.screen(dossier=made.pk, colour=colour, found={}, words="")
        return made.pk

    def gives(self, file: UUID, unit: UUID, *, nights: int = 30, ahead: int = 0, **given: Any) -> Stay:
        """Let somebody give a unit."""
        with self.working(given.pop("by", WORKER)):
            return giving.give(dossier=file, unit=unit, from_on=day(ahead), until_on=day(ahead + nights), **given)

    def holds(self, file: UUID, unit: UUID, *, nights: int = 30, by: Who = WORKER) -> Stay:
        """Let somebody hold a unit."""
        with self.working(by):
            return giving.hold(dossier=file, unit=unit, from_on=day(0), until_on=day(nights))

    def lives(self, file: UUID, unit: UUID, *, nights: int = 30) -> Stay:
        """Let a household have come."""
        self.gives(file, unit, nights=nights)
        with self.working():
            return staying.arrive(dossier=file)

    def house(self, who: Who = WORKER) -> House:
        with self.working(who):
            return house(self.agency)

    def nights(self, file: UUID) -> list[tuple[datetime.date, datetime.date]]:
        """Return the nights that a file's household has places for, by person and day."""
        with self.working():
            rows = Bed.objects.filter(dossier=file).order_by("guest", "nights")
            return [(each.nights.lower, each.nights.upper) for each in rows if not each.nights.isempty]

    def logged(self, file: UUID, kind: str) -> list[str]:
        """Return which kinds of act the log has of something in a file, in their order."""
        with self.working(OFFICER):
            return [each.action for each in Entry.objects.filter(dossier_id=file, kind=kind).order_by("at")]


def refused(desk, file, unit, **given):
    """Return what is said when a unit cannot be given."""
    return " ".join(fault(desk, file, unit, **given).messages)


def fault(desk, file, unit, **given):
    with pytest.raises(ValidationError) as told:
        desk.gives(file, unit, **given)
    return told.value


def named(told, *rules):
    return {rule for rule in Rule if str(RULES[rule]) in told} == set(rules)
