# SPDX-License-Identifier: EUPL-1.2
"""Everything that is published in three years, before one attacker."""

import pytest

from baken.tabulation.disclosure import Unsafe, attack, differences, protect, recovered
from baken.tabulation.disclosure.tests.small import naively
from baken.tabulation.disclosure.tests.years import FEWER, SIZES, publications, register

K = 11


def published(made):
    """Return what may leave, in turn, and each whole table that it comes from."""
    safe, wholes = [], []
    for whole in publications(made):
        try:
            safe.append(protect(whole, published=safe).table)
        except Unsafe:
            continue
        wholes.append(whole)
    return safe, wholes


def check_nothing_comes_out(made):
    safe, wholes = published(made)
    assert len(safe) >= 30
    assert not recovered(safe, threshold=K)
    assert not differences(safe, threshold=K)
    small = {where: found for where, found in attack(safe).items() if wholes[where[0]].values[where[1]] < K}
    assert len(small) > 20
    assert all(low == 0 and (high is None or high >= K) for low, high in small.values())


def test_nothing_comes_out():
    check_nothing_comes_out(register(1, FEWER))


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_comes_out_of_larger_tables(seed):
    check_nothing_comes_out(register(seed, SIZES))


def test_much_comes_out_where_only_small_cells_are_hidden():
    naive = [naively(each) for each in publications(register(1, FEWER))]
    assert len(recovered(naive, threshold=K)) > 20
    assert len(differences(naive, threshold=K)) > 20


def test_small_counts_come_out_of_later_years_alone():
    """Each table by itself gives nothing away: made safe without looking at what was published, they do together."""
    alone = []
    for whole in publications(register(1, FEWER)):
        alone.append(protect(whole).table)
        assert not recovered(alone[-1:], threshold=K)
    assert recovered(alone, threshold=K)
