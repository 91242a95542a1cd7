# SPDX-License-Identifier: EUPL-1.2
"""From pseudonyms to capture histories: who is on which lists, without anybody saying who.

Each list comes as pseudonyms that somebody else made by a keyed hash (HMAC) of what persons are known by, with one key
for all lists that is thrown away afterwards. Here they are compared and counted; nothing of them is kept or told.
"""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from baken.hidden_population.tables import FEWEST_LISTS, MOST_LISTS, Faults, Table
from baken.hidden_population.worded import Worded, worded

# Shorter pseudonyms may be the same by chance. A list with fewer persons tells little, and might tell who they are.
_SHORTEST, _TINY = 16, 10


def linked(lists: Mapping[str, Iterable[bytes]]) -> Table:
    """Return the table of lists of pseudonyms, by name; on how many lists each is, and never which they were.

    The same pseudonym twice on a list is one person, and `remarks` say how often that was; tiny lists are named too.
    Raises `Faults` where there are too few or too many lists, or pseudonyms are no bytes, too short, or of several
    lengths.
    """
    told = {name: [*pseudonyms] for name, pseudonyms in lists.items()}
    if faults := [*_faults(told)]:
        raise Faults(faults)
    on = dict[bytes, int]()
    for bit, pseudonyms in enumerate(told.values()):
        for each in pseudonyms:
            on[each] = on.get(each, 0) | 1 << bit
    counts = np.bincount(np.fromiter(on.values(), int, len(on)), minlength=1 << len(told)).astype(float)
    return Table(tuple(told), counts, tuple(_remarks(told)))


def _faults(lists: Mapping[str, list[bytes]]) -> Iterator[Worded]:
    if not FEWEST_LISTS <= len(lists) <= MOST_LISTS:
        yield worded(
            "{lists} lists: from {few} to {many} can be linked", lists=len(lists), few=FEWEST_LISTS, many=MOST_LISTS
        )
    # A name would be text. It is refused, and not repeated in what is said.
    for name, pseudonyms in lists.items():
        if not all(isinstance(each, bytes) for each in pseudonyms):
            yield worded("list {name} has what is no pseudonym: a pseudonym is bytes", name=name)
            return
    lengths = {len(each) for pseudonyms in lists.values() for each in pseudonyms}
    if len(lengths) > 1:
        yield worded("pseudonyms have several lengths: they were not all made in the same way")
    if lengths and min(lengths) < _SHORTEST:
        yield worded("pseudonyms are shorter than {bytes} bytes: two persons may have the same", bytes=_SHORTEST)


def _remarks(lists: Mapping[str, list[bytes]]) -> Iterator[Worded]:
    for name, pseudonyms in lists.items():
        persons = len(set(pseudonyms))
        if again := len(pseudonyms) - persons:
            yield worded(
                "list {name} has persons more than once: {again} of its lines were left out", name=name, again=again
            )
        if persons < _TINY:
            yield worded(
                "persons on list {name}: {persons}; so few tell little, and may be known by that",
                name=name,
                persons=persons,
            )
