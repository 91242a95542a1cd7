# SPDX-License-Identifier: EUPL-1.2
"""Sealing the secret of a second factor, bound to its owner. Pure: no Django, no database.

The form is `v1.` and base64 of `nonce (12 bytes) | AES-256-GCM ciphertext and tag`. Whose secret it is stands
not in it: whoever opens it says so again, and a secret that was changed or given to another does not open.
"""

import base64
import os
from collections.abc import Sequence
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_FORM = "v1."
_NONCE_BYTES, _KEY_BYTES = 12, 32


class Tampered(Exception):
    """A sealed secret was changed, belongs to somebody else, or was sealed with another key."""


def seal(keys: Sequence[str], text: str, owner: UUID) -> str:
    """Return a text sealed for its owner with the first, newest key; keys are long random texts."""
    nonce = os.urandom(_NONCE_BYTES)
    sealed = AESGCM(_key(keys[0])).encrypt(nonce, text.encode(), owner.bytes)
    return _FORM + base64.urlsafe_b64encode(nonce + sealed).decode()


def unseal(keys: Sequence[str], sealed: str, owner: UUID) -> str:
    """Return what was sealed for this owner with any of the keys; raise Tampered for anything else."""
    try:
        whole = base64.b64decode(sealed.removeprefix(_FORM), altchars=b"-_", validate=True)
    except ValueError:
        whole = b""
    if not sealed.startswith(_FORM) or len(whole) <= _NONCE_BYTES:
        raise Tampered("this is no sealed secret")
    for key in keys:
        try:
            return AESGCM(_key(key)).decrypt(whole[:_NONCE_BYTES], whole[_NONCE_BYTES:], owner.bytes).decode()
        except InvalidTag:
            continue
    raise Tampered("a sealed secret does not open")


def _key(material: str) -> bytes:
    return HKDF(SHA256(), _KEY_BYTES, salt=None, info=b"baken accounts second factor").derive(material.encode())
