# SPDX-License-Identifier: EUPL-1.2
"""A passkey in software: what a browser and a device would answer, without either."""

import hashlib
import json
import os
from base64 import urlsafe_b64encode

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.cose import ES256

ORIGIN = "https://testserver"
_PRESENT_AND_VERIFIED, _WITH_KEY = 0x05, 0x40


def text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


class Passkey:
    """One key for one site."""

    def __init__(self, origin: str = ORIGIN) -> None:
        self.origin, self.id = origin, os.urandom(16)
        self._key = ec.generate_private_key(ec.SECP256R1())

    def made(self, options: dict) -> str:
        """Answer a page that asks for a new passkey."""
        public = cbor.encode(dict(ES256.from_cryptography_key(self._key.public_key())))
        credential = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + public
        data = self._about(options["publicKey"]["rp"]["id"], _PRESENT_AND_VERIFIED | _WITH_KEY) + credential
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        said = self._said("webauthn.create", options)
        return self._answer({"clientDataJSON": text(said), "attestationObject": text(attestation)})

    def shown(self, options: dict) -> str:
        """Answer a page that asks for this passkey."""
        data = self._about(options["publicKey"]["rpId"], _PRESENT_AND_VERIFIED)
        said = self._said("webauthn.get", options)
        signature = self._key.sign(data + hashlib.sha256(said).digest(), ec.ECDSA(SHA256()))
        parts = {"clientDataJSON": said, "authenticatorData": data, "signature": signature}
        return self._answer({name: text(raw) for name, raw in parts.items()})

    def _about(self, site: str, flags: int) -> bytes:
        return hashlib.sha256(site.encode()).digest() + bytes([flags]) + bytes(4)

    def _said(self, kind: str, options: dict) -> bytes:
        facts = {"type": kind, "challenge": options["publicKey"]["challenge"], "origin": self.origin}
        return json.dumps(facts).encode()

    def _answer(self, response: dict[str, str]) -> str:
        name = text(self.id)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response})
