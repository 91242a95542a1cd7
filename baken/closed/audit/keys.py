# SPDX-License-Identifier: EUPL-1.2
"""The log's keys: from one secret the key of the chain and the pen that signs its heads. Pure: no Django."""

import hashlib
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_SHORTEST = 32  # characters of a secret
_BYTES = 32


class AuditKeyError(RuntimeError):
    """The log's key cannot be had; the message says in one line why."""


@dataclass(frozen=True)
class AuditKey:
    """What one secret gives. ``id`` names it in links and heads and gives nothing of it away."""

    id: str
    chain: bytes
    pen: Ed25519PrivateKey

    @classmethod
    def of(cls, secret: str) -> "AuditKey":
        """Derive everything from a secret of at least 32 characters (HKDF-SHA256, RFC 5869)."""
        if len(secret) < _SHORTEST:
            raise AuditKeyError(f"a secret of the log's key has fewer than {_SHORTEST} characters")
        pen = Ed25519PrivateKey.from_private_bytes(_derived(secret, "heads"))
        name = hashlib.sha256(pen.public_key().public_bytes_raw()).hexdigest()[:16]
        return cls(name, _derived(secret, "chain"), pen)


class AuditKeys:
    """The key that seals now, and the older ones that still verify."""

    def __init__(self, secrets: Iterable[str]) -> None:
        keys = [AuditKey.of(secret) for secret in secrets]
        if not keys:
            raise AuditKeyError("the file of the log's key is empty")
        self.newest = keys[0]
        self.by_id = {key.id: key for key in keys}

    @classmethod
    def read(cls, path: Path) -> "AuditKeys":
        """Read a file with one secret a line, newest first; refuse one that every account may read."""
        try:
            if path.stat().st_mode & stat.S_IRWXO:
                raise AuditKeyError(f"the log's key {path.name} is open to every account: chmod 600")
            lines = path.read_text(encoding="ascii").split()
        except (OSError, UnicodeDecodeError) as error:
            raise AuditKeyError(f"cannot read the log's key {path.name}; see BAKEN_AUDIT_KEY") from error
        return cls(lines)


def _derived(secret: str, purpose: str) -> bytes:
    info = f"baken audit {purpose} 1".encode()
    return HKDF(algorithm=SHA256(), length=_BYTES, salt=None, info=info).derive(secret.encode())
