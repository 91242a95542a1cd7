# SPDX-License-Identifier: EUPL-1.2
"""Every write to where a location is: by who sets up its house. Changed, logged, in one transaction."""

from collections.abc import Collection
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access.actions import me
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action, Activity
from baken.closed.shelter.whereabouts import rules
from baken.closed.shelter.whereabouts.models import Address, Envelope, address_place
from baken.closed.shelter.whereabouts.reads import location_to_set_up, noted, possible_holders
from baken.closed.vault.holders import seal_to
from baken.core.clock import now


@transaction.atomic
def keep(*, location: UUID, text: str, holders: Collection[UUID]) -> Address:
    """Seal where a location is to named workers of its house; what was sealed before is let go of.

    Raises ValidationError for nobody, Refused for somebody who does not work there or has no passphrase.
    """
    found, before = location_to_set_up(location), _open(location)
    public = {each.user: each.public for each in possible_holders(found.agency_id) if each.user in holders}
    if not holders:
        raise ValidationError(_("Choose who may open it."))
    if set(holders) != public.keys():
        raise Refused("a holder works in the house and has a passphrase")
    if before:
        _let_go(before)
    made = _sealed(location, text, public)
    how = (Activity.UPDATE, Action.UPDATE) if before else (Activity.CREATE, Action.CREATE)
    noted(found, *how, [made.pk, *public])
    return made


@transaction.atomic
def withdraw(*, location: UUID, envelope: UUID) -> Envelope:
    """Take an address back from a holder, who opens it no more; raise Refused where nobody else could open it."""
    found, address = location_to_set_up(location), _held(location)
    rows = list(address.envelopes.filter(ended_at=None))
    row = next((each for each in rows if each.pk == envelope), None)
    if row is None:
        raise Refused("is not sealed to her")
    able = {each.user for each in possible_holders(found.agency_id)}
    rules.check_can_withdraw(row.holder_id, holders=[each.holder_id for each in rows], able=able)
    row.sealed, row.ended_by_id, row.ended_at = b"", me(), now()
    row.save(update_fields=["sealed", "ended_by", "ended_at"])
    noted(found, Activity.UPDATE, Action.UPDATE, [address.pk, row.holder_id])
    return row


@transaction.atomic
def forget(*, location: UUID) -> Address:
    """Let go of where a location is: nobody opens it any more."""
    found, address = location_to_set_up(location), _held(location)
    _let_go(address)
    noted(found, Activity.DELETE, Action.DELETE, [address.pk])
    return address


def _open(location: UUID) -> Address | None:
    """Return what is sealed of a location, kept for this transaction."""
    return Address.objects.select_for_update().filter(location=location, ended_at=None).first()


def _held(location: UUID) -> Address:
    address = _open(location)
    if address is None:
        raise Refused("nothing is sealed")
    return address


def _let_go(address: Address) -> None:
    """End an address and what lets its holders open it; the rows stay, empty."""
    ended = {"ended_by": me(), "ended_at": now()}
    address.envelopes.filter(ended_at=None).update(sealed=b"", **ended)
    Address.objects.filter(pk=address.pk).update(body=b"", **ended)


def _sealed(location: UUID, text: str, public: dict[UUID, bytes]) -> Address:
    made = Address(location_id=location, written_by_id=me())
    letter = seal_to(public, text.encode(), address_place(made.pk, location))
    made.body = letter.body
    made.save(force_insert=True)
    for holder, envelope in letter.envelopes.items():
        Envelope(address=made, holder_id=holder, sealed=envelope).save(force_insert=True)
    return made
