# SPDX-License-Identifier: EUPL-1.2
"""What is kept of where a location is, still sealed, and opening it. Each is logged, under the name of who asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access.actions import me
from baken.closed.access.parts import SENSITIVITY, Part
from baken.closed.access.rules import Refused
from baken.closed.access.sealed import PossibleHolder, Sealed, holders_among, open_sealed
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity, Outcome
from baken.closed.shelter.house.actions import SETS_UP
from baken.closed.shelter.living.incidents import workers
from baken.closed.shelter.models import Location
from baken.closed.shelter.whereabouts import rules
from baken.closed.shelter.whereabouts.models import Address, Envelope, address_place


@dataclass(frozen=True)
class Kept:
    """A location of the house, its address while it is sealed, and who could open that."""

    location: Location
    address: Address | None
    envelopes: list[Envelope]
    possible: list[PossibleHolder]

    @property
    def able(self) -> set[UUID]:
        """Who works in the house and has a vault passphrase."""
        return {each.user for each in self.possible}

    @property
    def mine(self) -> Envelope | None:
        """The acting user's own envelope, for as long as she works in the house."""
        return next((each for each in self.envelopes if each.holder_id == me() and me() in self.able), None)

    @property
    def holders(self) -> list["Holder"]:
        """To whom it is sealed, by name."""
        named = [each.holder_id for each in self.envelopes]
        leaves = partial(rules.can_withdraw, holders=named, able=self.able)
        return [Holder(each, each.holder_id in self.able, leaves(each.holder_id)) for each in self.envelopes]

    @property
    def is_lost(self) -> bool:
        """Whether nobody of the house can open it any more."""
        return not any(each.is_able for each in self.holders)


@dataclass(frozen=True)
class Holder:
    """Somebody to whom an address is sealed: whether she could open it now, and whether it could be withdrawn."""

    envelope: Envelope
    is_able: bool
    can_withdraw: bool


def location_to_set_up(location: UUID) -> Location:
    """Return a location of a house that the acting user sets up; raise Refused for another."""
    row = Location.objects.filter(pk=location, agency__in=access.agencies_where(SETS_UP)).first()
    if row is None:
        raise Refused("sets up no such location")
    return row


def locations(agency: UUID) -> list[Location]:
    """Return the locations of a house, by name."""
    return list(Location.objects.filter(agency=agency).order_by("name"))


def kept(location: UUID) -> Kept:
    """Return what is kept of where a location is, still sealed; raise Refused for a location of another house."""
    found = location_to_set_up(location)
    address = Address.objects.filter(location=found, ended_at=None).first()
    noted(found, Activity.READ, Action.READ, [address.pk] if address else [])
    return Kept(found, address, _envelopes(address) if address else [], possible_holders(found.agency_id))


def open_address(found: Kept, passphrase: str) -> str:
    """Return where a location is, as `open_sealed` does; raise Refused for whoever holds no envelope."""
    if found.address is None or found.mine is None:
        raise Refused("holds no envelope")
    address, place = found.address, address_place(found.address.pk, found.location.pk)
    sealed = Sealed(bytes(address.body), bytes(found.mine.sealed), place)

    def log(outcome: Outcome) -> None:
        noted(found.location, Activity.VAULT_OPENED, Action.READ, [address.pk], outcome)

    return open_sealed(sealed, passphrase, agency=found.location.agency_id, log=log)


def possible_holders(agency: UUID) -> list[PossibleHolder]:
    """Return who works in the shelter of an agency and has a vault passphrase, by name."""
    return holders_among(agency, [each.user for each in workers(agency)])


def noted(
    of: Location, activity: Activity, action: Action, objects: Iterable[UUID], outcome: Outcome = Outcome.DONE
) -> None:
    """Log what was done with where a location is: as sensitive as where somebody hides."""
    part = Part.WHEREABOUTS
    record(
        activity=activity, action=action, outcome=outcome, kind="address", objects=list(objects),
        dossier_agency=of.agency_id, part=part, sensitivity=str(SENSITIVITY[part]),
    )  # fmt: skip


def _envelopes(address: Address) -> list[Envelope]:
    found = address.envelopes.filter(ended_at=None).select_related("holder")
    return list(found.order_by("holder__last_name", "holder__first_name"))
