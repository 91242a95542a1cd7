# SPDX-License-Identifier: EUPL-1.2
"""What only named people may open: a letter is sealed once, and its key to each of its holders (X25519). Pure.

Sealing needs public keys only. Opening needs a holder's private key, which a passphrase opens for one
request: no server opens a letter by itself.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NoReturn
from uuid import UUID

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from baken.closed.vault.sealing import KEY_BYTES, Tampered, new_key, seal, unseal

_VERSION = 1
_ID_BYTES, _ENVELOPE_BYTES = 16, 80  # a sealed box adds 48 bytes to the 32 of a key
_ENTRY_BYTES = _ID_BYTES + _ENVELOPE_BYTES
_HEAD_BYTES = 3


class NotAHolder(Exception):
    """A letter was not sealed to this person, or the person's key has been put away again."""


@dataclass(frozen=True)
class Letter:
    """A sealed body, and for each holder the envelope that holds its key."""

    body: bytes
    envelopes: Mapping[UUID, bytes]

    def packed(self) -> bytes:
        """Return the letter as one: `version (1) | holders (2) | (id (16) | envelope (80))… | body`."""
        head = bytes([_VERSION]) + len(self.envelopes).to_bytes(2, "big")
        return head + b"".join(each.bytes + envelope for each, envelope in self.envelopes.items()) + self.body

    @classmethod
    def unpacked(cls, packed: bytes) -> "Letter":
        """Return the letter that was packed; raise Tampered for what is none."""
        end = _HEAD_BYTES + int.from_bytes(packed[1:_HEAD_BYTES], "big") * _ENTRY_BYTES
        if packed[:1] != bytes([_VERSION]) or len(packed) < end or end == _HEAD_BYTES:
            raise Tampered("this is no letter of a known form")
        entries = (packed[at : at + _ENTRY_BYTES] for at in range(_HEAD_BYTES, end, _ENTRY_BYTES))
        return cls(packed[end:], {UUID(bytes=each[:_ID_BYTES]): each[_ID_BYTES:] for each in entries})


@dataclass(frozen=True)
class Pair:
    """An X25519 key pair, 32 bytes each."""

    public: bytes
    private: bytes = field(repr=False)

    @classmethod
    def new(cls) -> "Pair":
        """Return a pair made at random."""
        private = PrivateKey.generate()
        return cls(bytes(private.public_key), bytes(private))


class Opened:
    """A holder's private key while one request needs it. It cannot be copied into a session."""

    def __init__(self, holder: UUID, private: bytes) -> None:
        self.holder = holder
        self._private: bytes | None = private

    def open(self, letter: Letter, bound: bytes) -> bytes:
        """Return what a letter says; raise NotAHolder or Tampered."""
        if self._private is None:
            raise NotAHolder("this key was put away at the end of its request")
        return open_letter(self._private, self.holder, letter, bound)

    def put_away(self) -> None:
        """Let go of the key."""
        self._private = None

    def __reduce__(self) -> NoReturn:
        raise TypeError("a holder's private key is never stored")


@contextmanager
def opened(holder: UUID, private: bytes) -> Iterator[Opened]:
    """Lend a private key to a block and put it away at its end."""
    lent = Opened(holder, private)
    try:
        yield lent
    finally:
        lent.put_away()


def seal_to(holders: Mapping[UUID, bytes], clear: bytes, bound: bytes) -> Letter:
    """Return ``clear`` sealed for the place ``bound`` to holders by their public keys; raise ValueError for none."""
    if not holders:
        raise ValueError("a letter that nobody can open is lost")
    key = new_key()
    return Letter(seal(key, clear, bound), {each: to_public(public, key) for each, public in holders.items()})


def open_letter(private: bytes, holder: UUID, letter: Letter, bound: bytes) -> bytes:
    """Return what a letter says to one of its holders; raise NotAHolder or Tampered."""
    if holder not in letter.envelopes:
        raise NotAHolder("this letter was not sealed to this holder")
    key = by_private(private, letter.envelopes[holder])
    if len(key) != KEY_BYTES:
        raise Tampered("an envelope holds something else than a key")
    return unseal(key, letter.body, bound)


def to_public(public: bytes, secret: bytes) -> bytes:
    """Return a secret sealed to a public key; nobody but the holder of the private one can open it."""
    return SealedBox(PublicKey(public)).encrypt(secret)


def by_private(private: bytes, sealed: bytes) -> bytes:
    """Return a secret that was sealed to this key; raise Tampered for anything else."""
    try:
        return SealedBox(PrivateKey(private)).decrypt(sealed)
    except CryptoError:
        raise Tampered("an envelope does not open: it was changed, or is somebody else's") from None


def public_of(private: bytes) -> bytes:
    """Return the public key that belongs to a private one."""
    return bytes(PrivateKey(private).public_key)
