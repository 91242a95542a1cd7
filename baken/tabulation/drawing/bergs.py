# SPDX-License-Identifier: EUPL-1.2
"""An estimate as an iceberg: who was seen above the water, who was not below it, between what and what.

Every method's range lies there as two layers, its least and its most: where all agree the colour is full, and it fades
to where only one still goes. Below stand the ranges themselves. Our own SVG: no chart knows how large an iceberg is.
"""

from collections.abc import Iterable, Iterator
from html import escape

from baken.tabulation.drawing.iceberg import Outline, body, peak, shade, width_of
from baken.tabulation.drawing.paints import Paint
from baken.tabulation.shapes import Estimate, Result, Words
from baken.tabulation.wording import method, number, unit

WIDTH = 340  # of the whole, in units of the picture
_ABOVE, _BELOW = 140, 240  # heights above and below the waterline
_SIDE, _ROW, _LETTER = 12, 68, 14
_MIDDLE = 0.45 * WIDTH
_SEEN, _UNSEEN = Words("gezien", "seen"), Words("niet gezien", "not seen")
_BETWEEN = Words("{low} tot {high}", "{low} to {high}")
_ROUND = [digit * int(10**power) for power in range(12) for digit in (1, 2, 5)]
_FULL = 0.85  # of the colour, where every range agrees


def bounds(figure: Estimate) -> list[int]:
    """Return the least and the most, by every method that says so, of how many were not seen."""
    return [figure.unseen(each) for result in figure.results for each in (result.low, result.high) if each is not None]


def most(figure: Estimate) -> int:
    """Return the largest number that is drawn below the water, 1 if there is none."""
    return max(1, *bounds(figure), *(figure.unseen(each.estimate) for each in figure.results))


def square(figure: Estimate) -> int:
    """Return a round number of units, a hundredth of the largest number or more: what the square of the scale holds."""
    whole = max(most(figure), figure.observed)
    return next(size for size in _ROUND if size * 100 >= whole)


def berg(figure: Estimate, language: str, paint: Paint) -> str:
    """Return an estimate as SVG: the iceberg, and below it what each method says."""
    high = _ABOVE + _BELOW + _ROW * len(figure.results) + 8
    words, ranges = _words(figure, language, paint), _ranges(figure, language, paint)
    return _svg(high, [*_sea(figure, _MIDDLE, paint), *words, *ranges])


def small_berg(figure: Estimate, paint: Paint) -> str:
    """Return an estimate as an iceberg alone, without a word."""
    return _svg(_ABOVE + _BELOW, _sea(figure, WIDTH / 2, paint))


def _svg(high: int, parts: Iterable[str]) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {high}">{"".join(parts)}</svg>'


def _sea(figure: Estimate, middle: float, paint: Paint) -> Iterator[str]:
    yield f'<rect y="{_ABOVE}" width="{WIDTH}" height="{_BELOW}" fill="{paint.water}"/>'
    yield f'<g transform="translate({middle:g},{_ABOVE})">'
    yield from _body(figure, paint)
    yield from _peak(figure, paint)
    yield f'</g><path d="M0 {_ABOVE}H{WIDTH}" stroke="{paint.main}" stroke-width="2"/>'


def _body(figure: Estimate, paint: Paint) -> Iterator[str]:
    scale, found = _scale(figure), sorted(filter(None, bounds(figure)), reverse=True)
    base, colour = width_of(figure.observed * scale), 1 - (1 - _FULL) ** (1 / max(1, len(found)))
    for size in found:
        outline = _path(body(size * scale, base))
        yield f'<path class="berg-unseen" d="{outline}" fill="{paint.main}" fill-opacity="{colour:.3f}"/>'
    for size in filter(None, (figure.unseen(result.estimate) for result in figure.results)):
        outline = _path(body(size * scale, base))
        yield f'<path d="{outline}" fill="none" stroke="{paint.ice}" stroke-dasharray="5 4"/>'


def _peak(figure: Estimate, paint: Paint) -> Iterator[str]:
    size = figure.observed * _scale(figure)
    about = f'stroke="{paint.main}" stroke-width="2" stroke-linejoin="round"'
    yield f'<path class="berg-seen" d="{_path(peak(size))}" fill="{paint.ice}" {about}/>'
    yield f'<path d="{_path(shade(size))}" fill="{paint.water}"/>'
    yield f'<path d="{_path(peak(size))}" fill="none" {about}/>'


def _scale(figure: Estimate) -> float:
    """Return how large one unit is drawn: as large as fits."""
    low, high = 0.0, 1e6
    for _ in range(60):
        middle = (low + high) / 2
        fits = _fits(figure.observed * middle, most(figure) * middle)
        low, high = (middle, high) if fits else (low, middle)
    return low


def _fits(seen: float, hidden: float) -> bool:
    above, below = peak(seen), body(hidden, width_of(seen))
    tall, deep = -min(y for _, y in above), max(y for _, y in below)
    wide = max(abs(x) for x, _ in (*above, *below))
    return tall <= _ABOVE - 16 and deep <= _BELOW - 20 and wide <= _MIDDLE - _SIDE


def _path(outline: Outline) -> str:
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in outline) + "Z"


def _words(figure: Estimate, language: str, paint: Paint) -> Iterator[str]:
    scale, edge = _scale(figure), WIDTH - _SIDE
    beside = _MIDDLE + width_of(figure.observed * scale) / 2 + _SIDE
    yield _text(beside, _ABOVE - 36, number(figure.observed, language), paint.ink, size=24)
    yield _text(beside, _ABOVE - 14, _SEEN.said(language), paint.ink)
    low, high = (number(each(bounds(figure)), language) for each in (min, max))
    between = _BETWEEN.said(language).format(low=low, high=high)
    yield _text(edge, _ABOVE + _BELOW - 34, between, paint.ink, size=22, at="end")
    yield _text(edge, _ABOVE + _BELOW - 13, _UNSEEN.said(language), paint.ink, at="end")
    side = (square(figure) * scale) ** 0.5
    yield f'<rect class="berg-scale" x="2" y="8" width="{side:.3f}" height="{side:.3f}" fill="{paint.main}"/>'
    what = f"= {number(square(figure), language)} {unit(figure.population.unit, language)}"
    yield _text(side + 10, 8 + side / 2 + 5, what, paint.soft)


def _ranges(figure: Estimate, language: str, paint: Paint) -> Iterator[str]:
    """Yield for each method its name and numbers, and below them its range, on one scale for all."""
    for place, result in enumerate(figure.results):
        y = _ABOVE + _BELOW + 22 + place * _ROW
        yield _text(2, y, method(result.method, language), paint.ink)
        yield _text(2, y + 19, _told(figure, result, language), paint.soft)
        yield f'<path d="M2 {y + 33}H{WIDTH - 2}" stroke="{paint.line}" stroke-width="2"/>'
        yield from _range(figure, result, (WIDTH - 14) / most(figure), y + 33, paint)


def _range(figure: Estimate, result: Result, along: float, y: int, paint: Paint) -> Iterator[str]:
    if result.low is not None and result.high is not None:
        low, high = (7 + figure.unseen(each) * along for each in (result.low, result.high))
        about = f'stroke="{paint.main}" stroke-width="8" stroke-opacity="0.45"'
        yield f'<path d="M{low:.1f} {y}H{high:.1f}" {about}/>'
    yield f'<circle cx="{7 + figure.unseen(result.estimate) * along:.1f}" cy="{y}" r="5" fill="{paint.main}"/>'


def _told(figure: Estimate, result: Result, language: str) -> str:
    estimate = number(figure.unseen(result.estimate), language)
    if result.low is None or result.high is None:
        return estimate
    low, high = (number(figure.unseen(each), language) for each in (result.low, result.high))
    return f"{estimate} ({_BETWEEN.said(language).format(low=low, high=high)})"


def _text(  # noqa: PLR0913 - where, what and how
    x: float, y: float, said: str, colour: str, *, size: int = _LETTER, at: str = "start"
) -> str:
    weight = ' font-weight="bold"' if size > _LETTER else ""
    about = f'x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-size="{size}" text-anchor="{at}"{weight}'
    return f"<text {about}>{escape(said)}</text>"
