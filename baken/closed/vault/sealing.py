# SPDX-License-Identifier: EUPL-1.2
"""Sealing bytes with a key, and bound to the place where they belong. Pure: no Django, no database.

The form is `version (1 byte) | nonce (12) | AES-256-GCM ciphertext and tag`. What a sealed value is
bound to is not in it: whoever opens it says the place again, and a value that was changed, or moved to
another place, does not open.
"""

import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_VERSION = b"\x01"
_NONCE_BYTES, _TAG_BYTES = 12, 16
_LENGTH_BYTES = 4


class Tampered(Exception):
    """A sealed value was changed, belongs elsewhere, or was sealed with another key; nothing of it is told."""


def new_key() -> bytes:
    """Return 32 random bytes."""
    return os.urandom(KEY_BYTES)


def seal(key: bytes, clear: bytes, bound: bytes, *, nonce: bytes | None = None) -> bytes:
    """Return ``clear`` sealed with a 32-byte key for the place ``bound``; only tests of the form give the nonce."""
    nonce = os.urandom(_NONCE_BYTES) if nonce is None else nonce
    return _VERSION + nonce + _cipher(key).encrypt(nonce, clear, _VERSION + bound)


def unseal(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    """Return what was sealed with this key for this place; raise Tampered for anything else."""
    head = len(_VERSION) + _NONCE_BYTES
    if sealed[:1] != _VERSION or len(sealed) < head + _TAG_BYTES:
        raise Tampered("this is no sealed value of a known form")
    try:
        return _cipher(key).decrypt(sealed[1:head], sealed[head:], _VERSION + bound)
    except InvalidTag:
        raise Tampered("a sealed value does not open: it was changed, or belongs elsewhere") from None


def subkey(key: bytes, purpose: str) -> bytes:
    """Return the 32-byte key for one purpose (HKDF-SHA256, RFC 5869), so that no key serves two."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"baken:{purpose}".encode()).derive(_whole(key))


def bound_to(domain: str, column: str, row: UUID, dossier: UUID) -> bytes:
    """Return the place of a field's value: code-owned names, the row and the dossier it belongs to."""
    return joined("field", domain, column, row, dossier)


def joined(*parts: str | bytes | UUID) -> bytes:
    """Return parts as one, each after its length, so that no two lists of parts look the same."""
    return b"".join(len(part).to_bytes(_LENGTH_BYTES, "big") + part for part in map(_bytes, parts))


def _bytes(part: str | bytes | UUID) -> bytes:
    if isinstance(part, UUID):
        return part.bytes
    return part.encode() if isinstance(part, str) else part


def _cipher(key: bytes) -> AESGCM:
    return AESGCM(_whole(key))


def _whole(key: bytes) -> bytes:
    """Refuse a key of another length: AES would take 16 bytes without a word."""
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes, not {len(key)}")
    return key
