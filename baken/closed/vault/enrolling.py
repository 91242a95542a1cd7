# SPDX-License-Identifier: EUPL-1.2
"""Making somebody a holder of letters, and the agency's recovery key for a passphrase that was forgotten.

A private key is stored only locked with its holder's passphrase, and sealed to the recovery key of the
agency. That one's private half is split in two when it is made; each person's passphrase locks one part.
"""

from collections.abc import Mapping
from uuid import UUID

from django.conf import settings
from django.db import transaction

from baken.closed.vault import rules
from baken.closed.vault.holders import Pair, by_private, halves, to_public, whole
from baken.closed.vault.models import ALIAS, Holder, Recovery, RecoveryPart
from baken.closed.vault.passphrases import Cost, lock, unlock
from baken.closed.vault.reads import private_key
from baken.closed.vault.sealing import Tampered
from baken.closed.vault.wrapping import of_holder, of_part


class NoRecovery(Exception):
    """The agency has no recovery key yet, without which a forgotten passphrase would lose every letter."""


def make_recovery(*, agency: UUID, keepers: Mapping[UUID, str]) -> Recovery:
    """Store a new recovery key of an agency, in two parts, for two users by their passphrases.

    Who is a holder moves to it when the passphrase is changed. Raises ValidationError.
    """
    rules.check_keepers(keepers)
    pair = Pair.new()
    with transaction.atomic(using=ALIAS):
        made = Recovery.objects.create(agency=agency, public=pair.public)
        for (user, passphrase), half in zip(keepers.items(), halves(pair.private), strict=True):
            rules.check_passphrase(passphrase)
            part = RecoveryPart(recovery=made, user=user)
            part.locked = lock(half, passphrase, of_part(part), _cost())
            part.save(force_insert=True)
    return made


def enrol_holder(*, user: UUID, agency: UUID, passphrase: str) -> Holder:
    """Store a key pair for somebody of an agency; raise ValidationError, NoRecovery, or IntegrityError for a second."""
    pair = Pair.new()
    row = Holder(user=user, agency=agency, public=pair.public)
    _keep(row, pair.private, passphrase)
    row.save(force_insert=True)
    return row


def change_passphrase(*, holder: Holder, old: str, new: str) -> None:
    """Lock a holder's key with another passphrase, and seal it to the newest recovery key; raise WrongPassphrase."""
    _keep(holder, private_key(holder, old), new)
    holder.save(update_fields=["locked", "recovery", "sealed_to_recovery"])


def recover_holder(*, holder: Holder, keepers: Mapping[UUID, str], new: str) -> None:
    """Give a holder a new passphrase with those of the two keepers; raise WrongPassphrase unless both are right."""
    rules.check_keepers(keepers)
    parts = {part.user: part for part in holder.recovery.parts.all()}
    rules.check_keepers(parts.keys() & keepers.keys())
    opened = (unlock(bytes(part.locked), keepers[user], of_part(part)) for user, part in parts.items())
    place = of_holder(holder)
    told = by_private(whole(*opened), bytes(holder.sealed_to_recovery))
    if not told.startswith(place):
        raise Tampered("this was sealed for another holder")
    _keep(holder, told.removeprefix(place), new)
    holder.save(update_fields=["locked", "recovery", "sealed_to_recovery"])


def _keep(holder: Holder, private: bytes, passphrase: str) -> None:
    """Put a private key into its row in the only two forms that are stored; the caller saves it."""
    rules.check_passphrase(passphrase)
    recovery = Recovery.objects.filter(agency=holder.agency).order_by("-made_at").first()
    if recovery is None:
        raise NoRecovery("make the agency's recovery key first")
    place = of_holder(holder)
    holder.locked = lock(private, passphrase, place, _cost())
    holder.recovery, holder.sealed_to_recovery = recovery, to_public(bytes(recovery.public), place + private)


def _cost() -> Cost:
    return Cost(*settings.VAULT_PASSPHRASE_COST)
