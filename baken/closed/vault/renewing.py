# SPDX-License-Identifier: EUPL-1.2
"""A forgotten passphrase, made good by three people, each in a session of her own.

The holder makes a new key pair with a new passphrase. Two keepers each open their share and seal it anew, to that
pair. With its passphrase the holder puts her old private key together again. No keeper sees it, or a second share.
"""

import hashlib
from collections.abc import Collection
from uuid import UUID

from django.db.models import Count, QuerySet

from baken.closed.vault import shares
from baken.closed.vault.enrolling import Overtaken, end, keep, new_key_pair, replace
from baken.closed.vault.holders import NotAHolder, by_private, public_of, to_public
from baken.closed.vault.models import ALIAS, PassedShare, PersonalKey, Share
from baken.closed.vault.personal import Purpose, live, own, private_key
from baken.closed.vault.reads import root_keys
from baken.closed.vault.rules import RENEWAL_LASTS
from baken.closed.vault.sealing import Tampered
from baken.closed.vault.wrapping import of_passed_share, of_share, signed
from baken.core.clock import now

_DIGITS = 15


class TooFewShares(Exception):
    """Fewer than two keepers have passed on their share."""


def waiting(agency: UUID) -> QuerySet[PersonalKey]:
    """Return the renewals that wait at an agency, oldest first, each with how many keepers ``helped``."""
    young = live(Purpose.RENEWAL, agency).filter(made_at__gt=now() - RENEWAL_LASTS)
    return young.annotate(helped=Count("passed"))


def ask(*, user: UUID, agency: UUID, passphrase: str) -> PersonalKey:
    """Store the key pair that two keepers pass their shares to, in the place of one that waited too long.

    Raises NotAHolder, or Overtaken while one waits.
    """
    own(Purpose.HOLDER, user=user, agency=agency)
    if waiting(agency).filter(user=user).exists():
        raise Overtaken("take back what waits first: keepers may be helping with it")
    row, _ = new_key_pair(Purpose.RENEWAL, user=user, agency=agency, passphrase=passphrase)
    replace(row)
    return row


def withdraw(*, user: UUID, agency: UUID) -> bool:
    """End what a holder asked: she remembered; return whether there was anything."""
    return end(live(Purpose.RENEWAL, agency).filter(user=user))


def spoken(renewal: PersonalKey) -> str:
    """Return a number that only this key pair has, to compare aloud: 15 digits, some 50 bits of its public half."""
    number = int.from_bytes(hashlib.sha256(bytes(renewal.public)).digest()) % 10**_DIGITS
    digits = f"{number:0{_DIGITS}}"
    return " ".join(digits[at : at + 3] for at in range(0, _DIGITS, 3))


def pass_on(*, keeper: UUID, renewal: PersonalKey, passphrase: str) -> None:
    """Seal a keeper's share anew to whoever forgot her passphrase.

    Raises NotAHolder where she keeps none, WrongPassphrase, Tampered, or IntegrityError for a second time.
    """
    holder = own(Purpose.HOLDER, user=renewal.user, agency=renewal.agency)
    key = own(Purpose.KEEPER, user=keeper, agency=renewal.agency)
    share = Share.objects.filter(holder=holder, keeper=key).first()
    if share is None:
        raise NotAHolder("this keeper has no share of this key")
    words = _at(of_share(holder, key), by_private(private_key(key, passphrase), bytes(share.sealed)))
    sealed = to_public(signed(renewal, root_keys()), of_passed_share(renewal, key) + words)
    PassedShare(renewal=renewal, keeper=key, sealed=sealed).save(force_insert=True, using=ALIAS)


def finish(*, renewal: PersonalKey, passphrase: str, keepers: Collection[UUID]) -> None:
    """Put a holder's private key together from two shares and keep it under the passphrase of the renewal.

    Raises TooFewShares, WrongPassphrase, Tampered, TooFewKeepers, Overtaken.
    """
    holder = own(Purpose.HOLDER, user=renewal.user, agency=renewal.agency)
    private = private_key(renewal, passphrase)
    by_keeper = {each.keeper.user: each for each in renewal.passed.select_related("keeper").order_by("-made_at")}
    passed = list(by_keeper.values())[: shares.NEEDED]
    words = [_at(of_passed_share(renewal, each.keeper), by_private(private, bytes(each.sealed))) for each in passed]
    if len(words) < shares.NEEDED:
        raise TooFewShares("two keepers pass on their share first")
    keep(holder, _whole(words, holder), passphrase, keepers, renewal)


def _whole(words: list[bytes], holder: PersonalKey) -> bytes:
    """Return the private key of two shares; raise Tampered unless it is the one that belongs to the holder's public."""
    try:
        private = shares.combine(each.decode() for each in words)
    except (shares.SharesError, UnicodeDecodeError) as error:
        raise Tampered(str(error)) from error
    if public_of(private) != bytes(holder.public):
        raise Tampered("these shares give another key than the holder's")
    return private


def _at(place: bytes, told: bytes) -> bytes:
    """Return what was sealed for a place; raise Tampered where it was sealed for another."""
    if not told.startswith(place):
        raise Tampered("this was sealed for another place")
    return told.removeprefix(place)
