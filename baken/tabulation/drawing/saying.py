# SPDX-License-Identifier: EUPL-1.2
"""A figure in plain sentences: every number that its picture has, and what the picture means."""

from baken.tabulation.drawing.bergs import bounds, square
from baken.tabulation.drawing.points import Panel, Point, panels
from baken.tabulation.shapes import Estimate, Figure, Result, Table, Words
from baken.tabulation.wording import HIDDEN, method, number, period, unit, why_hidden

_WHOLE = Words("Van {period}: {total} {unit}.", "From {period}: {total} {unit}.")
_WHOLE_HIDDEN = Words("Van {period}: {unit}. Het totaal is verborgen.", "From {period}: {unit}. The total is hidden.")
_OF_PANEL = Words("{heading} ({total}): ", "{heading} ({total}): ")
_RANGE = Words("verborgen, hoogstens {most}", "hidden, at most {most}")
_SEEN = Words(
    "Boven water: {seen} {unit}, die op minstens één lijst staan. Onder water: wie niemand zag. Dat heeft niemand "
    "geteld. {methods} methoden schatten het, en samen komen ze op {low} tot {high} {unit}.",
    "Above the water: {seen} {unit}, who are on one list or more. Below the water: whom nobody saw. Nobody counted "
    "them. {methods} methods estimate it, and together they come to {low} to {high} {unit}.",
)
_METHOD = Words("{name}: {estimate} niet gezien", "{name}: {estimate} not seen")
_INTERVAL = Words(", van {low} tot {high} ({level}% zekerheid).", ", from {low} to {high} ({level}% confidence).")
_BARE = Words(", zonder bandbreedte.", ", without a range.")
_SCALE = Words(
    "In de tekening is elk vlak zo groot als het getal; het vierkantje staat voor {square} {unit}. Waar de kleur "
    "onder water vol is zijn de methoden het eens, waar ze vervaagt niet. De stippellijnen zijn hun schattingen.",
    "In the drawing every surface is as large as its number; the small square stands for {square} {unit}. Where the "
    "colour below the water is full the methods agree, where it fades they do not. Dashed lines are their estimates.",
)


def saying(figure: Figure, language: str) -> list[str]:
    """Return a figure in sentences, a paragraph each."""
    return _estimate(figure, language) if isinstance(figure, Estimate) else _table(figure, language)


def _table(table: Table, language: str) -> list[str]:
    about = {"period": period(table.population, language), "unit": unit(table.population.unit, language)}
    whole = _WHOLE if table.total is not None else _WHOLE_HIDDEN
    first = whole.said(language).format(**about, total=number(table.total or 0, language))
    found = [first, *(_panel(each, language) for each in panels(table, language))]
    return [*found, why_hidden(table, language)] if None in table.values.values() else found


def _panel(panel: Panel, language: str) -> str:
    total = HIDDEN.said(language) if panel.whole is None else number(panel.whole, language)
    heading = _OF_PANEL.said(language).format(heading=panel.heading, total=total) if panel.heading else ""
    return heading + "; ".join(f"{each.label}: {_point(each, language)}" for each in panel.points) + "."


def _point(point: Point, language: str) -> str:
    if point.value is not None:
        return number(point.value, language)
    if point.most is None:
        return HIDDEN.said(language)
    return _RANGE.said(language).format(most=number(point.most, language))


def _estimate(figure: Estimate, language: str) -> list[str]:
    low, high = (number(each(bounds(figure)), language) for each in (min, max))
    what = unit(figure.population.unit, language)
    seen = _SEEN.said(language).format(
        seen=number(figure.observed, language), unit=what, methods=len(figure.results), low=low, high=high
    )
    scale = _SCALE.said(language).format(square=number(square(figure), language), unit=what)
    return [seen, *(_method(figure, each, language) for each in figure.results), scale, figure.reading.said(language)]


def _method(figure: Estimate, result: Result, language: str) -> str:
    estimate = number(figure.unseen(result.estimate), language)
    name = method(result.method, language)
    said = _METHOD.said(language).format(name=name[:1].upper() + name[1:], estimate=estimate)
    if result.low is None or result.high is None:
        return said + _BARE.said(language)
    low, high = (number(figure.unseen(each), language) for each in (result.low, result.high))
    return said + _INTERVAL.said(language).format(low=low, high=high, level=f"{result.level:g}")
