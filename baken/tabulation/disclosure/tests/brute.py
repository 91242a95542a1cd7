# SPDX-License-Identifier: EUPL-1.2
"""Every list of so many people that there could be, tried one by one: written without looking at the equations."""

from itertools import combinations, product

import numpy as np

from baken.tabulation.counting import counted


def kinds(*dimensions):
    """Return every kind of person that there can be."""
    codes = product(*(each.codes for each in dimensions))
    return [dict(zip((each.name for each in dimensions), code, strict=True)) for code in codes]


def ends(tables, possible, total, *, fewer=False):
    """Return the least and the most of each hidden cell, over all lists of so many people that give the told cells.

    Or of so many and all fewer.
    """
    cells = [(i, at) for i, table in enumerate(tables) for at in table.cells()]
    each = np.array([[_alone(kind, tables[i])[at] for i, at in cells] for kind in possible])
    values = _lists(len(possible) + fewer, total)[:, : len(possible)] @ each
    told = [tables[i].values[at] for i, at in cells]
    known = [place for place, value in enumerate(told) if value is not None]
    fits = values[np.all(values[:, known] == [told[place] for place in known], axis=1)]
    hidden = {cell: place for place, cell in enumerate(cells) if told[place] is None}
    return {cell: (fits[:, place].min(), fits[:, place].max()) for cell, place in hidden.items()}


def _alone(kind, table):
    inside = all(kind[name] in codes for name, codes in table.population.where.items())
    return counted([kind] if inside else [], table.dimensions)


def _lists(number, total):
    """Return how many of each kind, for all ways to divide a total: bars between stars."""
    bars = np.array(list(combinations(range(total + number - 1), number - 1)))
    edges = np.column_stack([np.full(len(bars), -1), bars, np.full(len(bars), total + number - 1)])
    return np.diff(edges, axis=1) - 1
