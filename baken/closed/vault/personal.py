# SPDX-License-Identifier: EUPL-1.2
"""Keys of people: whose public keys may be sealed to, and a private one lent for one request by its passphrase."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db.models import QuerySet

from baken.closed.vault.holders import NotAHolder, Opened, opened
from baken.closed.vault.models import PersonalKey
from baken.closed.vault.passphrases import unlock
from baken.closed.vault.reads import root_keys
from baken.closed.vault.rootkey import RootKeyError
from baken.closed.vault.sealing import Tampered
from baken.closed.vault.wrapping import of_person, signed

_logger = logging.getLogger(__name__)
Purpose = PersonalKey.Purpose


def live(purpose: PersonalKey.Purpose, agency: UUID) -> QuerySet[PersonalKey]:
    """Return the keys of an agency for one purpose that have not ended, oldest first."""
    return PersonalKey.objects.filter(purpose=purpose, agency=agency, ended_at=None).order_by("made_at", "pk")


def own(purpose: PersonalKey.Purpose, *, user: UUID, agency: UUID) -> PersonalKey:
    """Return somebody's own key; raise NotAHolder where she has none."""
    found = live(purpose, agency).filter(user=user).first()
    if found is None:
        raise NotAHolder(f"this person has no key as {purpose} of this agency")
    return found


def public_keys(*, agency: UUID, users: Iterable[UUID]) -> dict[UUID, bytes]:
    """Return the public keys of those users who may hold letters of an agency."""
    rows = live(Purpose.HOLDER, agency).filter(user__in=set(users))
    return {row.user: bytes(row.public) for row in trusted(rows)}


def trusted(rows: Iterable[PersonalKey]) -> Iterator[PersonalKey]:
    """Yield the keys that the root key signed. One that somebody slipped in is left out, and said to the operator."""
    roots = root_keys()
    for row in rows:
        try:
            signed(row, roots)
        except (Tampered, RootKeyError) as error:
            _logger.error("Nothing is sealed to the public key %s: %s", row.pk, error)
        else:
            yield row


@contextmanager
def opening(*, user: UUID, agency: UUID, passphrase: str) -> Iterator[Opened]:
    """Lend a holder's private key to a block, to open letters with; raise NotAHolder or WrongPassphrase."""
    with opened(user, private_key(own(Purpose.HOLDER, user=user, agency=agency), passphrase)) as key:
        yield key


def private_key(row: PersonalKey, passphrase: str) -> bytes:
    """Return the private half of a person's key; raise WrongPassphrase."""
    return unlock(bytes(row.locked), passphrase, of_person(row))
