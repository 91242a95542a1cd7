# SPDX-License-Identifier: EUPL-1.2
"""The shape of an iceberg whose every part is as large as the number it stands for.

Above the water a peak, below it a body that is as wide at the waterline as the peak is; the more it holds, the deeper
and wider, and every smaller one lies within every larger one. Lengths are in units of the picture, y goes down.
"""

from itertools import pairwise
from math import sin, sqrt

Outline = list[tuple[float, float]]

# The peak over a base of 1, upwards, and the side of it that lies in the shade.
_PEAK = (
    (0, 0), (0.07, 0.16), (0.19, 0.22), (0.28, 0.47), (0.36, 0.51), (0.45, 0.8), (0.56, 0.6), (0.63, 0.63),
    (0.79, 0.28), (0.89, 0.23), (1, 0),
)  # fmt: skip
_SHADE = (*_PEAK[5:], (0.61, 0), (0.66, 0.24), (0.51, 0.4))
_DEPTHS = (0, 0.04, 0.11, 0.2, 0.29, 0.4, 0.52, 0.63, 0.74, 0.84, 0.92, 1)  # parts of the whole depth
_WIDENING = 2.3  # of a body, by its depth


def area(outline: Outline) -> float:
    """Return how large an outline is."""
    turns = [x * other_y - other_x * y for (x, y), (other_x, other_y) in pairwise([*outline, outline[0]])]
    return abs(sum(turns)) / 2


def peak(size: float) -> Outline:
    """Return the outline of a peak of a size, around x = 0 and up from y = 0."""
    return _raised(_PEAK, size)


def shade(size: float) -> Outline:
    """Return the part of such a peak that lies in the shade."""
    return _raised(_SHADE, size)


def _raised(points: tuple[tuple[float, float], ...], size: float) -> Outline:
    base = width_of(size)
    return [((x - 0.5) * base, -y * base) for x, y in points]


def width_of(size: float) -> float:
    """Return how wide a peak of a size is at the waterline."""
    return sqrt(size / area([(x, y) for x, y in _PEAK]))


def body(size: float, base: float) -> Outline:
    """Return the outline of a body of a size below a peak that is ``base`` wide."""
    depth = _depth(size, base)
    widths = [(part * depth, base * (1 - part) + _WIDENING * depth * _bulge(part)) for part in _DEPTHS]
    right = [(_middle(y) + width / 2, y) for y, width in widths]
    left = [(_middle(y) - width / 2, y) for y, width in widths]
    return [*right, *reversed(left)]


def _depth(size: float, base: float) -> float:
    """Return how deep a body of a size goes: what lies between its depths adds up to the size."""
    steps = list(pairwise(_DEPTHS))
    bulging = _WIDENING * sum((_bulge(a) + _bulge(b)) / 2 * (b - a) for a, b in steps)
    tapering = base / 2
    return (sqrt(tapering**2 + 4 * bulging * size) - tapering) / (2 * bulging)


def _bulge(part: float) -> float:
    # Concave and nothing at the top: so a deeper body is nowhere narrower.
    return float(part**0.6 * (1 - part))


def _middle(y: float) -> float:
    """Return where the middle is at a depth, the same for every body: moving it sideways changes no size."""
    return 7 * sin(y / 31) + 4 * sin(y / 11)
