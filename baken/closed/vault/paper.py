# SPDX-License-Identifier: EUPL-1.2
"""A root key on paper: three lists of words, of which any two give the key back. Pure."""

from collections.abc import Iterable

from baken.closed.vault import shares
from baken.closed.vault.rootkey import RootKey
from baken.closed.vault.sealing import KEY_BYTES

MADE = 3


class PaperError(RuntimeError):
    """The lists of words give no root key; the message says in one line why."""


def split(key: RootKey) -> list[str]:
    """Return three lists of 33 words, each a line; any two give the key back and one alone tells nothing."""
    return shares.split(key.key, MADE)


def combine(lists: Iterable[str]) -> RootKey:
    """Return the root key of two lists of words; raise PaperError for a slip, or lists that do not belong together."""
    try:
        key = shares.combine(lists)
    except shares.SharesError as error:
        raise PaperError(str(error)) from error
    if len(key) != KEY_BYTES:
        raise PaperError("these words are the paper of something else than a root key")
    return RootKey(key)
