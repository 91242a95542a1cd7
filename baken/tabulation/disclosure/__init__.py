# SPDX-License-Identifier: EUPL-1.2
"""What may leave: small counts are hidden, and others with them, until nobody can compute a small one. Pure."""

from baken.tabulation.disclosure.attacking import Difference, Interval, attack, differences, recovered
from baken.tabulation.disclosure.protecting import Protected, check, protect
from baken.tabulation.disclosure.ranges import Range, ranges
from baken.tabulation.disclosure.wording import DIFFERENCE, OTHERS, SMALL, Unsafe

__all__ = [
    "DIFFERENCE",
    "OTHERS",
    "SMALL",
    "Difference",
    "Interval",
    "Protected",
    "Range",
    "Unsafe",
    "attack",
    "check",
    "differences",
    "protect",
    "ranges",
    "recovered",
]
