# SPDX-License-Identifier: EUPL-1.2
"""Whether a likelihood has a highest point: the linear programme of Fienberg and Rinaldo (2012, supplement, p. 3).

An estimate on the extended range exists where some positive counts have the margins that were observed. Newton's steps
tell the same in nearly every case (`newton`); this is asked where they do not.
"""

import numpy as np
from scipy.optimize import linprog

from baken.hidden_population.tables import Floats
from baken.hidden_population.terms import Flags, holds

_ZERO = 1e-9


def exists(counts: Floats, free: Flags, kept: Flags) -> bool:
    """Return whether a table has an estimate, given its finite terms and the histories that are fitted."""
    return has_highest_point(holds(len(counts).bit_length() - 1)[np.ix_(kept, free)], counts[kept])


def has_highest_point(design: Floats, counts: Floats) -> bool:
    """Return whether the likelihood of a log-linear model has a highest point, given its design."""
    cells, _ = design.shape
    # The last variable is the smallest of all counts; it is made as large as can be.
    equal = np.hstack([design.T, np.zeros((design.shape[1], 1))])
    above = np.hstack([-np.eye(cells), np.ones((cells, 1))])
    found = linprog(
        np.append(np.zeros(cells), -1.0), A_ub=above, b_ub=np.zeros(cells), A_eq=equal, b_eq=counts @ design,
        method="highs",
    )  # fmt: skip
    return bool(found.status == 0 and -found.fun > _ZERO)
