# SPDX-License-Identifier: EUPL-1.2
"""What may be said of a hidden cell: no more than anybody can compute who has the table."""

from collections.abc import Mapping
from dataclasses import dataclass

from baken.tabulation.disclosure.attacking import Interval, attack
from baken.tabulation.shapes import At, Table, Words


@dataclass(frozen=True)
class Range:
    """Between what and what a hidden count lies, both in it, None without an end; and the same in words."""

    low: int
    high: int | None
    words: Words


def ranges(table: Table) -> Mapping[At, Range]:
    """Return for each hidden cell of a published table what may be said of it."""
    found = attack([table])
    nobody = Interval(0, 0)  # cells in which nobody can be are not attacked
    hidden = (at for at in table.cells() if table.values[at] is None)
    return {at: _range(found.get((0, at), nobody), table.threshold) for at in hidden}


def _range(found: Interval, threshold: int) -> Range:
    return Range(found.low, found.high, _words(found, threshold))


def _words(found: Interval, threshold: int) -> Words:
    if found.high == 0:
        return Words(nl="niemand: dit kan niet samengaan", en="nobody: these cannot go together")
    if found.high is not None and found.high < threshold:
        return Words(nl=f"minder dan {threshold}", en=f"fewer than {threshold}")
    if found.low >= threshold:
        return Words(
            nl=f"{threshold} of meer; verborgen om een ander aantal te beschermen",
            en=f"{threshold} or more; hidden to protect another number",
        )
    return Words(
        nl=f"verborgen: minder dan {threshold}, of om zo'n klein aantal te beschermen",
        en=f"hidden: fewer than {threshold}, or to protect such a small number",
    )
