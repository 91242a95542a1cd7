# SPDX-License-Identifier: EUPL-1.2
"""Locking a secret with a passphrase: Argon2id makes the key, so that guessing costs memory and time. Pure.

The form is `version (1) | rounds (1) | memory in KiB (4) | lanes (1) | salt (16) | sealed secret`; what stands
before the sealed secret is bound to it. The cost is kept, so that it may be raised later for what is new.
"""

import os
import threading
import unicodedata
from typing import NamedTuple

from argon2.low_level import Type, hash_secret_raw

from baken.closed.vault.sealing import KEY_BYTES, Tampered, joined, seal, unseal

_VERSION = 1
_SALT_BYTES = 16
_HEAD_BYTES = 7
_MOST_ROUNDS, _MOST_KIB, _MOST_LANES = 16, 2**18, 4
# Each use takes its memory; others wait, so that many at once cannot exhaust the machine.
_TURNS = threading.BoundedSemaphore(2)


class WrongPassphrase(Exception):
    """The passphrase does not open this, or what it should open was changed."""


class Cost(NamedTuple):
    """What one guess costs: rounds, memory in KiB, lanes (RFC 9106)."""

    rounds: int
    kib: int
    lanes: int

    @property
    def head(self) -> bytes:
        """The cost and the form's version as the locked secret begins with them."""
        return bytes([_VERSION, self.rounds]) + self.kib.to_bytes(4, "big") + bytes([self.lanes])


def lock(secret: bytes, passphrase: str, bound: bytes, cost: Cost) -> bytes:
    """Return a secret that only this passphrase opens, at the place ``bound``."""
    head = cost.head + os.urandom(_SALT_BYTES)
    return head + seal(_key(passphrase, head, cost), secret, joined(head, bound))


def unlock(locked: bytes, passphrase: str, bound: bytes) -> bytes:
    """Return the secret; raise WrongPassphrase, without telling a wrong word from a changed secret."""
    split = _HEAD_BYTES + _SALT_BYTES
    head, sealed = locked[:split], locked[split:]
    try:
        return unseal(_key(passphrase, head, _cost(head)), sealed, joined(head, bound))
    except Tampered:
        raise WrongPassphrase("this passphrase does not open it") from None


def _cost(head: bytes) -> Cost:
    """Return the cost that a locked secret states; one nobody would set is no cost but an attack on our memory."""
    if len(head) < _HEAD_BYTES + _SALT_BYTES or head[0] != _VERSION:
        raise Tampered("this is no locked secret of a known form")
    cost = Cost(head[1], int.from_bytes(head[2:6], "big"), head[6])
    sane = 0 < cost.rounds <= _MOST_ROUNDS and 0 < cost.lanes <= _MOST_LANES
    if not sane or not 8 * cost.lanes <= cost.kib <= _MOST_KIB:
        raise Tampered("this locked secret states a cost that nobody would set")
    return cost


def _key(passphrase: str, head: bytes, cost: Cost) -> bytes:
    """Return the key of a passphrase, the same whichever keyboard composed its accents."""
    words = unicodedata.normalize("NFC", passphrase).encode()
    with _TURNS:
        return hash_secret_raw(words, head[_HEAD_BYTES:], *cost, hash_len=KEY_BYTES, type=Type.ID)
