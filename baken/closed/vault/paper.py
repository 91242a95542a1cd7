# SPDX-License-Identifier: EUPL-1.2
"""A root key on paper: three lists of words of which any two give the key back (SLIP-39). Pure.

A list checks itself, so that a slip of the pen is noticed and never becomes another key.
"""

from collections.abc import Iterable

from shamir_mnemonic import MnemonicError, combine_mnemonics, generate_mnemonics

from baken.closed.vault.rootkey import RootKey
from baken.closed.vault.sealing import KEY_BYTES

NEEDED, MADE = 2, 3


class PaperError(RuntimeError):
    """The lists of words give no root key; the message says in one line why."""


def split(key: RootKey) -> list[str]:
    """Return three lists of 33 words, each a line; any two give the key back and one alone tells nothing."""
    lists: list[str]
    (lists,) = generate_mnemonics(1, [(NEEDED, MADE)], key.key)
    return lists


def combine(lists: Iterable[str]) -> RootKey:
    """Return the root key of two lists of words; raise PaperError for a slip, or lists that do not belong together."""
    try:
        key = combine_mnemonics([" ".join(each.lower().split()) for each in lists])
    except MnemonicError as error:
        raise PaperError(str(error)) from error
    if len(key) != KEY_BYTES:
        raise PaperError("these words are the paper of something else than a root key")
    return RootKey(key)
