# SPDX-License-Identifier: EUPL-1.2
"""The word in a one-time link: random, signed by us, and known to the database by a digest only."""

import hashlib
import secrets

from django.core import signing

_RANDOM_BYTES = 32
# Who can write our tables but has no key of ours cannot make a link that is taken.
_SIGNER = signing.Signer(sep=".", salt="baken.accounts.links")


def new() -> str:
    """Return a word as it stands in a link."""
    return _SIGNER.sign(secrets.token_urlsafe(_RANDOM_BYTES))


def digest(word: str) -> str:
    """Return what is kept of a word; empty, which fits no row, for one that we never signed."""
    try:
        return hashlib.sha256(_SIGNER.unsign(word).encode()).hexdigest()
    except signing.BadSignature:
        return ""
