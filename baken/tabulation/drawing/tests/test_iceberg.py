# SPDX-License-Identifier: EUPL-1.2
"""Every part of the iceberg is as large as its number, and what holds less lies within what holds more."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.tabulation.drawing.bergs import berg, bounds, small_berg, square
from baken.tabulation.drawing.iceberg import area, body, peak
from baken.tabulation.drawing.paints import PAPER
from baken.tabulation.examples import examples
from baken.tabulation.shapes import Result

FIGURE = examples()["example-estimate"]
NUMBERS = st.integers(11, 100_000)


def outlines(svg, name):
    found = re.findall(rf'<path class="{name}" d="M([^"Z]+)Z"', svg)
    return [[tuple(map(float, point.split())) for point in path.split("L")] for path in found]


def with_results(observed, *ranges):
    results = tuple(Result(f"m{n}", (low + high) / 2, low, high, 95, "BCa") for n, (low, high) in enumerate(ranges))
    return replace(FIGURE, observed=observed, results=results)


@given(st.floats(1, 1e5))
def test_a_peak_has_its_size(size):
    assert area(peak(size)) == pytest.approx(size)


@given(st.floats(1, 1e5), st.floats(1, 1e3))
def test_a_body_has_its_size_and_begins_as_wide_as_the_peak(size, base):
    found = body(size, base)
    assert area(found) == pytest.approx(size)
    assert found[0][0] - found[-1][0] == pytest.approx(base)


@given(st.floats(1, 1e5), st.floats(1.01, 10), st.floats(1, 300))
def test_what_holds_less_is_nowhere_wider_at_its_depth(size, times, base):
    little, much = body(size, base), body(size * times, base)
    depths = [y for _, y in little[: len(little) // 2]]
    assert all(width(little, y) <= width(much, y) * 1.02 + 0.5 for y in depths)


def width(outline, y):
    """Return how wide a body is at a depth."""
    half = len(outline) // 2
    right, left = outline[:half], outline[half:][::-1]
    for place in range(half - 1):
        top, bottom = right[place][1], right[place + 1][1]
        if top <= y <= bottom:
            part = (y - top) / (bottom - top) if bottom > top else 0
            ends = [side[place][0] + part * (side[place + 1][0] - side[place][0]) for side in (right, left)]
            return ends[0] - ends[1]
    return 0


@given(NUMBERS, st.lists(st.tuples(NUMBERS, NUMBERS).map(sorted), min_size=1, max_size=5))
def test_in_the_picture_areas_are_proportional_to_numbers(observed, ranges):
    figure = with_results(observed, *((observed + low, observed + high) for low, high in ranges))
    svg = berg(figure, "nl", PAPER)
    (seen,), layers = outlines(svg, "berg-seen"), outlines(svg, "berg-unseen")
    one = area(seen) / observed
    sizes = sorted(bounds(figure), reverse=True)
    assert [area(each) / one for each in layers] == pytest.approx(sizes, rel=0.02, abs=2 / one)
    side = float(re.search(r'class="berg-scale"[^>]* width="([\d.]+)"', svg)[1])
    assert side**2 / one == pytest.approx(square(figure), rel=0.05, abs=2 / one)
    assert all(0 <= x + 153 <= 340 and y <= 240 for outline in layers for x, y in outline)


def test_where_nobody_is_unseen_there_is_no_body():
    svg = berg(with_results(500, (500, 500)), "nl", PAPER)
    assert outlines(svg, "berg-unseen") == []
    assert len(outlines(svg, "berg-seen")) == 1


def test_a_range_is_drawn_for_every_method_and_never_a_number_alone():
    svg = berg(FIGURE, "en", PAPER)
    assert len(outlines(svg, "berg-unseen")) == 2 * len(FIGURE.results)
    assert "727 to 2,627" in svg
    assert "<text" not in small_berg(FIGURE, PAPER)
