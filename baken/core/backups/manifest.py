# SPDX-License-Identifier: EUPL-1.2
"""What stands beside the sealed files: their sums, signed. Pure.

Anybody can seal something to a public key. The signature, made with the log's key, tells our backups from
another's that was laid in their place.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from baken.core.backups.naming import BackupError

_DOMAIN = b"baken backup 1\n"  # so that a signature under anything else is never taken for one of these


class Sum(NamedTuple):
    """A sealed file's SHA-256, in hexadecimal digits, and size in bytes."""

    sha256: str
    bytes: int


@dataclass(frozen=True)
class Manifest:
    """One backup: its moment, the version of Baken that made it, and the sum of each sealed file by database."""

    stamp: str
    version: str
    files: Mapping[str, Sum]
    key: str = ""
    signature: str = ""

    @classmethod
    def of(cls, text: str) -> "Manifest":
        """Read a manifest; raise BackupError for what is none."""
        try:
            told = json.loads(text)
            sums = {kind: Sum(**each) for kind, each in told.pop("files").items()}
            return cls(files=sums, **told)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise BackupError("this is no manifest of a backup") from error

    @property
    def text(self) -> str:
        """The manifest as JSON."""
        return json.dumps(self._data(), indent=2, sort_keys=True) + "\n"

    def signed(self, key: str, pen: Ed25519PrivateKey) -> "Manifest":
        """Return it with a signature of the key of this name."""
        named = replace(self, key=key, signature="")
        return replace(named, signature=pen.sign(named._signed()).hex())

    def check(self, keys: Mapping[str, Ed25519PublicKey]) -> None:
        """Raise BackupError unless one of these keys signed it as it is."""
        if self.key not in keys:
            raise BackupError(f"the manifest {self.stamp} is not signed by the log's key: it is not ours")
        try:
            keys[self.key].verify(bytes.fromhex(self.signature), self._signed())
        except (InvalidSignature, ValueError) as error:
            raise BackupError(f"the manifest {self.stamp} was altered after it was signed") from error

    def _signed(self) -> bytes:
        return _DOMAIN + json.dumps({**self._data(), "signature": ""}, sort_keys=True).encode()

    def _data(self) -> dict[str, object]:
        return {**asdict(self), "files": {kind: each._asdict() for kind, each in self.files.items()}}
