# SPDX-License-Identifier: EUPL-1.2
"""A secret in lists of words, of which any two give it back and one alone tells nothing (SLIP-39). Pure.

A list checks itself, so that a slip of the pen is noticed and never becomes another secret.
"""

from collections.abc import Iterable

from shamir_mnemonic import MnemonicError, combine_mnemonics, generate_mnemonics

NEEDED, MOST = 2, 16


class SharesError(ValueError):
    """Lists of words that give no secret; the message says in one line why."""


def split(secret: bytes, made: int) -> list[str]:
    """Return a 32-byte secret as 2 to 16 lists of 33 words, each a line."""
    lists: list[str]
    (lists,) = generate_mnemonics(1, [(NEEDED, made)], secret)
    return lists


def combine(lists: Iterable[str]) -> bytes:
    """Return the secret of two lists of words; raise SharesError for a slip, or lists that do not belong together."""
    try:
        found: bytes = combine_mnemonics([" ".join(each.lower().split()) for each in lists])
    except MnemonicError as error:
        raise SharesError(str(error)) from error
    return found
