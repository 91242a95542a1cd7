# SPDX-License-Identifier: EUPL-1.2
"""Tables made up for tests, and slow, plain second tellings of what the package computes."""

import numpy as np
from scipy.optimize import minimize

from baken.hidden_population import tables

FOUR = """work,care,police,street,n
1,0,0,0,60
0,1,0,0,45
0,0,1,0,80
0,0,0,1,30
1,1,0,0,9
1,0,1,0,14
1,0,0,1,3
0,1,1,0,12
0,1,0,1,8
0,0,1,1,5
1,1,1,0,4
0,1,1,1,2
"""
SPARSE = """a,b,c,n
1,0,0,30
0,1,0,25
0,0,1,15
1,0,1,4
"""
FLAT = """a,b,c,n
1,0,0,30
0,1,0,25
0,0,1,15
1,1,0,6
1,0,1,4
0,1,1,5
1,1,1,1
"""
SEXES = """a,sex,b,c,n
1,f,0,0,60
0,f,1,0,45
0,f,0,1,80
1,f,1,0,19
1,f,0,1,14
0,f,1,1,12
1,f,1,1,4
1,m,0,0,30
0,m,1,0,12
1,m,1,0,12
0,m,0,1,0
1,x,0,0,3
0,x,1,0,4
1,x,1,0,2
0,x,0,1,1
"""


def table(text=FOUR):
    return tables.read(text.splitlines())


def plain_fit(table, terms, without=-1):
    """Maximise the likelihood of a model without any part of the package; returns the total.

    Histories that hold the pair `without` are left out.
    """
    histories = [each for each in table.histories if each & without != without]
    design = np.array([[float(history & term == term) for term in terms] for history in histories])
    seen = table.counts[histories]

    def lost(theta):
        return np.exp(design @ theta).sum() - seen @ design @ theta

    def slope(theta):
        return design.T @ (np.exp(design @ theta) - seen)

    found = minimize(lost, np.full(len(terms), 0.1), jac=slope, method="BFGS", options={"gtol": 1e-9, "maxiter": 5000})
    return seen.sum() + np.exp(found.x[0])


def drawn(rng, lists):
    """Return counts by history, sparse more often than not."""
    counts = rng.poisson(rng.choice([0.2, 0.5, 1, 5]), 1 << lists) * (rng.random(1 << lists) < 0.6)
    counts[[1 << bit for bit in range(lists)]] += rng.integers(0, 9, lists)
    counts[0] = 0
    return counts.astype(float)
