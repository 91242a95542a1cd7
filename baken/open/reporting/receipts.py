# SPDX-License-Identifier: EUPL-1.2
"""The receipt of a report: 24 digits, of which 8 locate it and 16 are a secret that is kept nowhere. Pure.

From the secret come, by Argon2id with a salt of the report's own, a pepper that lies in no database and HKDF-SHA256,
a verifier and the key that wraps the reporter's private key. 16 digits are 53 bits, below the 112 that OWASP ASVS 5
(11.5.1) asks of a secret; as a salted, memory-hard password hash they stand under its 6.5.2. Without the pepper the
database tells nothing; with both a guess costs a core 0.4 s, for one report at a time.
"""

import hmac
import re
import secrets
from typing import NamedTuple
from uuid import UUID

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl.exceptions import CryptoError
from nacl.secret import Aead

LOCATE, SECRET = 8, 16  # digits
SALT_BYTES = 16
Cost = tuple[int, int, int]  # rounds, KiB and lanes of Argon2id
_DIGITS = re.compile(rf"\d{{{LOCATE + SECRET}}}")
_GROUP = 4


class Receipt(NamedTuple):
    """What the digits say: where the report is, and the secret."""

    locator: str
    secret: str

    @classmethod
    def new(cls) -> "Receipt":
        """Return one made at random."""
        return cls(_random(LOCATE), _random(SECRET))

    @classmethod
    def read(cls, text: str) -> "Receipt | None":
        """Return what somebody typed, however it was spaced; None for what is no receipt."""
        digits = re.sub(r"[\s.\-]", "", text)
        return cls(digits[:LOCATE], digits[LOCATE:]) if _DIGITS.fullmatch(digits) and digits.isascii() else None

    @property
    def groups(self) -> list[str]:
        """The digits in six groups of four, as they are shown and written down."""
        digits = self.locator + self.secret
        return [digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP)]


class Keys(NamedTuple):
    """What a secret gives: by the first it is known, with the second the private key is wrapped; 32 bytes each."""

    verifier: bytes
    wrapping: bytes


def keys(secret: str, *, salt: bytes, pepper: bytes, cost: Cost) -> Keys:
    """Return the keys of a secret; takes 0.4 s and 128 MiB at the cost that serves."""
    rounds, memory, lanes = cost
    slow = hash_secret_raw(secret.encode(), salt, rounds, memory, lanes, 32, Type.ID)
    root = hmac.digest(pepper, slow, "sha256")
    return Keys(_part("verifier", root), _part("wrapping", root))


def _part(name: str, root: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=f"baken:receipt:{name}".encode()).derive(root)


def new_salt() -> bytes:
    """Return 16 random bytes."""
    return secrets.token_bytes(SALT_BYTES)


def wrap(key: bytes, private: bytes, report: UUID) -> bytes:
    """Return the reporter's private key wrapped, and bound to its report (XChaCha20-Poly1305)."""
    return bytes(Aead(key).encrypt(private, report.bytes))


def unwrap(key: bytes, wrapped: bytes, report: UUID) -> bytes | None:
    """Return the private key, or None where it does not open."""
    try:
        return Aead(key).decrypt(wrapped, report.bytes)
    except CryptoError:
        return None


def _random(digits: int) -> str:
    return "".join(secrets.choice("0123456789") for _ in range(digits))
