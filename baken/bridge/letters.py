# SPDX-License-Identifier: EUPL-1.2
"""Sealing a letter to a public key (X25519, libsodium's sealed box). Pure.

Only the private key opens it, and who sealed it keeps nothing. Which letter it is stands inside it too, so that one
that was put in another's place is noticed: `report` and `id` are the rows it belongs to.
"""

import base64
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox


class Unreadable(Exception):
    """A letter does not open with this key, or was sealed for another place."""


def new_pair() -> tuple[bytes, bytes]:
    """Return a public and a private key, 32 bytes each, made at random."""
    private = PrivateKey.generate()
    return bytes(private.public_key), bytes(private)


def seal(public: bytes, content: Mapping[str, Any], *, report: UUID, letter: UUID) -> bytes:
    """Return a letter of JSON values and bytes, sealed to a public key and bound to its rows."""
    said = {"report": str(report), "id": str(letter), "content": content}
    return SealedBox(PublicKey(public)).encrypt(json.dumps(said, default=_packed).encode())


def unseal(private: bytes, sealed: bytes, *, report: UUID, letter: UUID) -> Any:
    """Return what a letter says, whatever that is; raise Unreadable for one of another key or another place."""
    try:
        said = json.loads(SealedBox(PrivateKey(private)).decrypt(sealed), object_hook=_unpacked)
        place, content = (said["report"], said["id"]), said["content"]
    except (CryptoError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise Unreadable("this letter does not open") from error
    if place != (str(report), str(letter)):
        raise Unreadable("this letter was sealed for another place")
    return content


def _packed(value: Any) -> dict[str, str]:
    if not isinstance(value, bytes):
        raise TypeError(f"a letter cannot say a {type(value).__name__}")
    return {"base64": base64.b64encode(value).decode()}


def _unpacked(value: dict[str, Any]) -> Any:
    return base64.b64decode(value["base64"]) if value.keys() == {"base64"} else value
