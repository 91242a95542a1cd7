# SPDX-License-Identifier: EUPL-1.2
"""A pseudonym by a keyed hash: the same for two ways to write one thing, and nothing without the key."""

import hashlib
import hmac
import unicodedata


def pseudonym(text: str, secret: bytes) -> str:
    """Return the pseudonym of what a person is known by: HMAC-SHA-256 under the key, as hexadecimal."""
    return hmac.new(secret, same(text).encode(), hashlib.sha256).hexdigest()


def same(text: str) -> str:
    """Return what two ways to write one thing come to: case, accents and spaces make no difference."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return " ".join(plain.casefold().split())
