# SPDX-License-Identifier: EUPL-1.2
"""What whoever releases a table should look at: a group of which nearly everybody is told to be the same."""

from collections.abc import Iterator

from baken.tabulation.shapes import ALL, At, Table, Words

_NEARLY_ALL = 0.9


def warnings(whole: Table, safe: Table) -> tuple[Words, ...]:
    """Return a sentence for each told cell with nearly everybody of a told group of people."""
    return tuple(_said(whole, at, along) for at, along in _nearly_all(safe))


def _nearly_all(safe: Table) -> Iterator[tuple[At, int]]:
    for at, value in safe.values.items():
        for along, code in enumerate(at):
            group = safe.values[(*at[:along], ALL, *at[along + 1 :])]
            if code != ALL and value is not None and group is not None and value >= _NEARLY_ALL * group:
                yield at, along


def _said(table: Table, at: At, along: int) -> Words:
    titles = [
        next(each.title for each in dimension.categories if each.code == code)
        for dimension, code in zip(table.dimensions, at, strict=True)
        if code != ALL
    ]
    part, group = table.values[at], table.values[(*at[:along], ALL, *at[along + 1 :])]
    nl, en = (", ".join(each.said(language) for each in titles) for language in ("nl", "en"))
    return Words(
        nl=f"{nl}: {part} van {group}. Van bijna iedereen in deze groep is dit bekend.",
        en=f"{en}: {part} of {group}. Of nearly everybody in this group this is known.",
    )
