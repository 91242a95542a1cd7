# SPDX-License-Identifier: EUPL-1.2
"""A picture of estimates: a bar of those seen, goes on hatched to the estimate, and a line for the interval.

It begins at nobody, so that lengths may be compared. What is far beyond all estimates is cut off with an arrow; its
number stands beside. Widths are in units of the drawing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import NamedTuple
from xml.sax.saxutils import escape

from baken.hidden_population.bootstrap import Interval
from baken.hidden_population.report.words import Words
from baken.hidden_population.worded import worded

WIDTH = 760
_LEFT, _RIGHT = 190, 560  # where the axis begins and ends
_TOP, _ROW = 46, 46
_BAR = 18
_TICKS = 4
_FURTHEST = 2.5  # times the largest estimate
# A pale hatch and a strong fill differ without colour; the line on them is ink.
STYLE = """
.ink { fill: #14202e } .soft { fill: #4a5868 } .axis { stroke: #c4ccd4 } .line { stroke: #14202e; stroke-width: 2 }
.seen { fill: #0f5068 } .unseen { fill: url(#hatch); stroke: #0f5068 } .hatch { stroke: #0f5068; stroke-width: 2 }
text { font-family: "Atkinson Hyperlegible Next", "DejaVu Sans", sans-serif; font-size: 14px }
"""
HATCH = """<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<line class="hatch" x1="0" y1="0" x2="0" y2="7"/></pattern></defs>"""


class Row(NamedTuple):
    """What one bar shows; no estimate is words in its place."""

    name: str
    seen: float
    total: float | None
    interval: Interval | None


@dataclass(frozen=True)
class Chart:
    """Bars under each other, on one axis, and the same in words."""

    rows: tuple[Row, ...]
    words: Words

    @property
    def height(self) -> int:
        """How high the picture is."""
        return _TOP + _ROW * len(self.rows) + 34

    @property
    def told(self) -> str:
        """What the picture shows, for who listens to it."""
        return " ".join(self.words.say(_told(each, self.words)) for each in self.rows)

    @property
    def most(self) -> float:
        """The number at which the axis ends."""
        largest = max([each.total or each.seen for each in self.rows])
        ends = [each.interval.high for each in self.rows if each.interval]
        return max(largest, min(max([largest, *ends]), _FURTHEST * largest)) * 1.02

    def drawn(self) -> str:
        """Return the picture's shapes, as SVG within a drawing of `WIDTH` by `height`."""
        rows = (line for place, each in enumerate(self.rows) for line in self._row(each, _TOP + _ROW * place))
        return "\n".join([*self._legend(), *self._axis(), *rows])

    def at(self, persons: float) -> float:
        """Return where a number of persons is on the axis."""
        return _LEFT + (_RIGHT - _LEFT) * min(persons, self.most) / self.most

    def _legend(self) -> Iterator[str]:
        seen, unseen, between = map(
            self.words.say, (worded("seen"), worded("not seen, estimated"), worded("estimate and interval"))
        )
        yield f'<rect class="seen" x="{_LEFT}" y="6" width="22" height="14"/>{_text(_LEFT + 28, 18, seen)}'
        yield f'<rect class="unseen" x="{_LEFT + 108}" y="6" width="22" height="14"/>{_text(_LEFT + 136, 18, unseen)}'
        yield _whisker(_LEFT + 318, _LEFT + 350, 13) + f'<circle class="ink" cx="{_LEFT + 334}" cy="13" r="5"/>'
        yield _text(_LEFT + 358, 18, between)

    def _axis(self) -> Iterator[str]:
        foot = self.height - 30
        for tick in ticks(self.most):
            x = self.at(tick)
            yield f'<line class="axis" x1="{x:.1f}" y1="{_TOP - 10}" x2="{x:.1f}" y2="{foot}"/>'
            yield _text(x, foot + 18, self.words.count(tick), "soft", "middle")

    def _row(self, row: Row, top: float) -> Iterator[str]:
        middle = top + _ROW / 2 - 6
        yield _text(_LEFT - 12, middle + 5, _short(row.name), "ink", "end")
        yield _bar("seen", _LEFT, self.at(row.seen), middle)
        if row.total is None:
            yield _text(self.at(row.seen) + 8, middle + 5, self.words.persons(None), "soft")
            return
        yield _bar("unseen", self.at(row.seen), self.at(row.total), middle)
        if row.interval:
            yield _whisker(self.at(row.interval.low), self.at(row.interval.high), middle, row.interval.high > self.most)
        yield f'<circle class="ink" cx="{self.at(row.total):.1f}" cy="{middle}" r="5"/>'
        yield _text(_RIGHT + 14, middle - 3, self.words.persons(row.total))
        yield _text(_RIGHT + 14, middle + 15, self.words.between(row.interval), "soft")


def _told(row: Row, words: Words) -> str:
    seen = words.count(row.seen)
    if row.total is None:
        return worded("{name}: {seen} seen, no estimate.", name=row.name, seen=seen)
    if not row.interval:
        return worded("{name}: {seen} seen, {total} in all.", name=row.name, seen=seen, total=words.persons(row.total))
    return worded(
        "{name}: {seen} seen, {total} in all, from {between}.",
        name=row.name, seen=seen, total=words.persons(row.total), between=words.between(row.interval),
    )  # fmt: skip


def ticks(most: float) -> Sequence[float]:
    """Return round numbers from nobody on."""
    rough = most / _TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(power * each for each in (1, 2, 5, 10) if power * each >= rough)
    step = max(step, 1.0)
    return [step * each for each in range(int(most / step) + 1)]


def _text(x: float, y: float, words: str, kind: str = "ink", anchor: str = "start") -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def _bar(kind: str, begin: float, end: float, middle: float) -> str:
    return f'<rect class="{kind}" x="{begin:.1f}" y="{middle - _BAR / 2}" width="{end - begin:.1f}" height="{_BAR}"/>'


def _whisker(low: float, high: float, middle: float, further: bool = False) -> str:
    """Return a line with an upright end at either side, or an arrow where it goes on."""
    end = f"M{high - 7:.1f} {middle - 6}l7 6l-7 6" if further else f"M{high:.1f} {middle - 6}v12"
    return f'<path class="line" fill="none" d="M{low:.1f} {middle - 6}v12M{low:.1f} {middle}H{high:.1f}{end}"/>'


def _short(name: str) -> str:
    """Return a name that fits beside its bar."""
    return name if len(name) <= 24 else f"{name[:23]}…"  # noqa: PLR2004 - as many letters as the margin takes
