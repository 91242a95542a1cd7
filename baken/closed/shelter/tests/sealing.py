# SPDX-License-Identifier: EUPL-1.2
"""Sealing where a location is, and what is left of it: for the tests of the house."""

from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

from baken.accounts.models import User
from baken.accounts.tests import people
from baken.closed.audit.models import Entry
from baken.closed.shelter.house.reads import unit as unit_of_house
from baken.closed.shelter.tests.desk import OFFICER, SECOND, WORKER, Desk, Who
from baken.closed.shelter.whereabouts import actions
from baken.closed.shelter.whereabouts.models import Address, Envelope
from baken.closed.vault.enrolling import enrol_holder
from baken.closed.vault.models import PersonalKey
from tests.cast import PASSPHRASE, canary

WRONG = "een andere verzonnen wachtzin"


def built(desk: Desk) -> UUID:
    """Return a location of which nothing is sealed, of a house in which two workers have a passphrase."""
    keepers = set(PersonalKey.objects.filter(purpose="keeper").values_list("user", flat=True))
    enrol_holder(user=desk.key(SECOND), agency=desk.agency, passphrase=PASSPHRASE, keepers=keepers)
    unit = desk.unit("1")
    with desk.working():
        return unit_of_house(desk.agency, unit).flat.unit.location_id


def keep(desk: Desk, where: UUID, *holders: Who, by: Who = WORKER, text: str = "") -> Address:
    """Seal where a location is; to both who have a passphrase, where nobody is named."""
    named = {desk.key(each) for each in holders or (WORKER, SECOND)}
    with desk.working(by):
        return actions.keep(location=where, text=text or canary("address"), holders=named)


def opened(desk: Desk, where: UUID, who: Who = WORKER, word: str = PASSPHRASE) -> Any:
    """Return what the page answers somebody who types a passphrase."""
    client = people.sign_in(Client(), User.objects.get(pk=desk.key(who)))
    return client.post(reverse("location", args=[where]), {"passphrase": word})


def shows(answer: Any) -> bool:
    """Return whether an answer holds the address."""
    return canary("address") in answer.content.decode()


def envelopes(desk: Desk, address: Address) -> dict[UUID, Envelope]:
    """Return the envelopes of an address, by holder."""
    with desk.working():
        return {each.holder_id: each for each in Envelope.objects.filter(address=address)}


def left(desk: Desk, address: Address) -> int:
    """Return how many of an address and its envelopes still hold anything."""
    with desk.working():
        rows = [Address.objects.get(pk=address.pk).body]
    return sum(map(bool, [*rows, *(bytes(each.sealed) for each in envelopes(desk, address).values())]))


def logged(desk: Desk) -> list[tuple[UUID | None, str, str]]:
    """Return who did what with where locations are, and how it ended, in order."""
    with desk.working(OFFICER):
        rows = Entry.objects.filter(kind="address").order_by("at")
        return [(each.user_id, each.activity, each.outcome) for each in rows]
