# SPDX-License-Identifier: EUPL-1.2
"""Making somebody a keeper or a holder, each in a session of her own and with a passphrase of her own.

A private key is stored only locked with its owner's passphrase; a holder's also in shares, each sealed to a keeper.
Any two keepers can help a holder who forgot her passphrase (`renewing`); neither can open anything by it.
"""

from collections.abc import Collection
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from baken.closed.vault import shares
from baken.closed.vault.holders import Pair, to_public
from baken.closed.vault.models import ALIAS, PersonalKey, Share
from baken.closed.vault.passphrases import Cost, lock
from baken.closed.vault.personal import Purpose, live, own, private_key, trusted
from baken.closed.vault.reads import root_keys
from baken.closed.vault.rules import check_passphrase
from baken.closed.vault.wrapping import of_person, of_share, sign


class Overtaken(Exception):
    """What was read has been changed meanwhile: by another window, or another person."""


class TooFewKeepers(Exception):
    """Fewer than two others keep shares at the agency, so that a forgotten passphrase would lose every letter."""


def enrol_keeper(*, user: UUID, agency: UUID, passphrase: str) -> PersonalKey:
    """Store a keeper's key pair in the place of one that she had; raise ValidationError."""
    row, _ = new_key_pair(Purpose.KEEPER, user=user, agency=agency, passphrase=passphrase)
    replace(row)
    return row


def enrol_holder(*, user: UUID, agency: UUID, passphrase: str, keepers: Collection[UUID]) -> PersonalKey:
    """Store a holder's key pair, shared out to those of some users who are keepers, herself left out.

    Raises ValidationError, TooFewKeepers, or IntegrityError for a second.
    """
    row, pair = new_key_pair(Purpose.HOLDER, user=user, agency=agency, passphrase=passphrase)
    with transaction.atomic(using=ALIAS):
        row.save(force_insert=True)
        share_out(row, pair.private, keepers)
    return row


def change_passphrase(*, user: UUID, agency: UUID, old: str, new: str, keepers: Collection[UUID]) -> None:
    """Lock a holder's key with another passphrase and share it out anew; she forgot nothing, so no renewal waits.

    Raises NotAHolder, WrongPassphrase, ValidationError or TooFewKeepers.
    """
    row = own(Purpose.HOLDER, user=user, agency=agency)
    keep(row, private_key(row, old), new, keepers)


def keep(
    row: PersonalKey,
    private: bytes,
    passphrase: str,
    keepers: Collection[UUID],
    renewal: PersonalKey | None = None,
) -> None:
    """Store a holder's private key locked with a passphrase and in shares, and end a renewal that waits for it.

    Raises Overtaken where the lock was changed, or the renewal it goes by was ended, since they were read.
    """
    before = bytes(row.locked)
    _lock(row, private, passphrase)
    with transaction.atomic(using=ALIAS):
        held = PersonalKey.objects.select_for_update().get(pk=row.pk)
        waits = live(Purpose.RENEWAL, row.agency).filter(user=row.user)
        if bytes(held.locked) != before or (renewal and not waits.filter(pk=renewal.pk).exists()):
            raise Overtaken("another was quicker")
        row.save(update_fields=["locked"])
        share_out(row, private, keepers)
        end(waits)


def share_out(holder: PersonalKey, private: bytes, keepers: Collection[UUID]) -> None:
    """Replace the shares of a holder's private key by new ones, a share for each keeper; raise TooFewKeepers."""
    # One share a person, whatever keys of hers somebody brought back.
    chosen = list({key.user: key for key in trusted(keepers_among(keepers, holder))}.values())[: shares.MOST]
    if len(chosen) < shares.NEEDED:
        raise TooFewKeepers("two others keep shares before anybody can hold a place")
    Share.objects.filter(holder=holder).delete()
    for keeper, words in zip(chosen, shares.split(private, len(chosen)), strict=True):
        sealed = to_public(bytes(keeper.public), of_share(holder, keeper) + words.encode())
        Share(holder=holder, keeper=keeper, sealed=sealed).save(force_insert=True)


def keepers_among(users: Collection[UUID], holder: PersonalKey) -> list[PersonalKey]:
    """Return the keepers' keys of some users at a holder's agency; she is no keeper of her own."""
    return list(live(Purpose.KEEPER, holder.agency).filter(user__in=users).exclude(user=holder.user))


def new_key_pair(
    purpose: PersonalKey.Purpose, *, user: UUID, agency: UUID, passphrase: str
) -> tuple[PersonalKey, Pair]:
    """Return a new key pair, signed by the newest root key; the caller saves it. Raises ValidationError."""
    pair = Pair.new()
    row = PersonalKey(purpose=purpose, user=user, agency=agency, public=pair.public)
    sign(row, root_keys().newest)
    _lock(row, pair.private, passphrase)
    return row, pair


def replace(row: PersonalKey) -> None:
    """Store a key in the place of one that its owner had for the same purpose."""
    with transaction.atomic(using=ALIAS):
        end(live(PersonalKey.Purpose(row.purpose), row.agency).filter(user=row.user))
        row.save(force_insert=True)


def end(keys: QuerySet[PersonalKey]) -> bool:
    """End keys, and let go of their private halves: what was sealed to them opens no more. Return whether any was."""
    return bool(keys.order_by().update(ended_at=Now(), locked=b""))


def _lock(row: PersonalKey, private: bytes, passphrase: str) -> None:
    check_passphrase(passphrase)
    row.locked = lock(private, passphrase, of_person(row), Cost(*settings.VAULT_PASSPHRASE_COST))
