# SPDX-License-Identifier: EUPL-1.2
"""Charts of tables: bars, small multiples of them, and a line along time. Drawn by Vega through Altair."""

import json
import re
import textwrap
from typing import Any

import altair as alt
import vl_convert

from baken.tabulation.drawing.paints import HATCH, Paint
from baken.tabulation.drawing.points import Panel, drawn, is_time, panels
from baken.tabulation.shapes import Table
from baken.tabulation.wording import HIDDEN, number

_LETTER, _LINE = 14, 18  # heights in units of the picture
_ACROSS = 7.4  # width of a letter, on average
_BOLDER = 1.1  # times as wide are bold ones
_BAR = 16
_HIGH, _HIGHER = 130, 190  # of a line's panel, and where words stand upright above what is hidden
_ONE_LINE = 99  # letters
_TAG, _ROLE = re.compile(r"<[^>]+>"), re.compile(r' (role|aria-\w+)="[^"]*"')
_MOST_LABELS = 8  # values along time; of more the ends and the extremes are said


def chart(table: Table, language: str, width: int, paint: Paint, *, brief: bool = False) -> str:
    """Return a table as SVG without hatching, about as wide as is asked; in brief one panel of it."""
    found = panels(table, language, brief=brief)
    draw = _lines if is_time(drawn(table)[1]) else _bars
    made = draw(found, language, width, paint)
    whole = _facets(made, found, paint) if found[0].heading else made
    said = whole.configure(**_config(paint)).to_dict()
    return _bare(str(vl_convert.vegalite_to_svg(json.dumps(said))))


def _bare(svg: str) -> str:
    """Return a picture without the roles that Vega gives its parts: the picture as a whole has words."""
    return _TAG.sub(lambda tag: _ROLE.sub("", tag[0]), svg)


def _config(paint: Paint) -> dict[str, Any]:
    text = {"font": paint.letters, "fontSize": _LETTER}
    axis = {"labelFont": paint.letters, "labelFontSize": _LETTER, "labelColor": paint.ink, "labelLimit": 0}
    return {
        "aria": False, "background": "transparent", "padding": 2, "view": {"stroke": None}, "text": text,
        "axis": {**axis, "title": None, "ticks": False, "domain": False, "grid": False, "labelPadding": 6},
        "axisX": {"domain": True, "domainColor": paint.line},
    }  # fmt: skip


def _facets(made: Any, found: list[Panel], paint: Paint) -> Any:
    headings = _lookup([each.heading for each in found], int(made.width / _ACROSS / _BOLDER))
    header = alt.Header(
        title=None, labelOrient="top", labelAnchor="start", labelColor=paint.ink, labelFont=paint.letters,
        labelFontSize=_LETTER, labelFontWeight="bold", labelExpr=headings, labelLineHeight=_LINE, labelLimit=0,
        labelPadding=4,
    )  # fmt: skip
    return made.facet(row=alt.Row("panel:O", header=header), spacing=14)


def _rows(found: list[Panel], language: str) -> list[dict[str, Any]]:
    """Return the points as Vega reads them; what nobody can bound reaches to the end."""
    top = _top(found)
    return [
        {
            "panel": order,
            "place": place,
            "value": point.value,
            "top": top if point.most is None else point.most,
            "is_hidden": point.value is None,
            "said": _said(point.value, language),
        }
        for order, panel in enumerate(found)
        for place, point in enumerate(panel.points)
    ]


def _labels(found: list[Panel], across: int) -> str:
    """Return what Vega writes beside a place: the category there."""
    return _lookup([point.label for point in found[0].points], across)


def _lookup(said: list[str], across: int) -> str:
    """Return words for the places that Vega counts, in lines of so many letters at most."""
    return f"{json.dumps([textwrap.wrap(each, across) or [''] for each in said])}[datum.value]"


def _top(found: list[Panel]) -> int:
    return max(1, *((point.most or 0) for panel in found for point in panel.points))


def _said(value: int | None, language: str) -> str:
    return HIDDEN.said(language) if value is None else number(value, language)


def _bars(found: list[Panel], language: str, width: int, paint: Paint) -> Any:
    across = min(max(len(point.label) for point in found[0].points), int(width * 0.4 / _ACROSS))
    lines = max(len(textwrap.wrap(point.label, across)) for point in found[0].points)
    rows = _rows(found, language)
    beside = max(len(row["said"]) for row in rows) * _ACROSS + 10
    label = alt.Axis(labelExpr=_labels(found, across), labelLineHeight=_LINE)
    inner, step = width - across * _ACROSS - 14 - beside, alt.Step(max(_BAR + 8, lines * _LINE + 6))
    base = alt.Chart(alt.InlineData(values=rows), width=inner, height=step).encode(y=alt.Y("place:O", axis=label))
    length = alt.X("top:Q", axis=None, scale=alt.Scale(domain=[0, _top(found)]))
    look = {"fill": _if_hidden(HATCH, paint.main), "stroke": _if_hidden(paint.soft, None)}
    bars = base.mark_bar(size=_BAR).encode(x=length, **look)
    said = base.mark_text(align="left", baseline="middle", dx=6, color=paint.ink).encode(x=length, text="said:N")
    return alt.layer(bars, said)


def _if_hidden(hidden: str, told: str | None) -> Any:
    return alt.condition("datum.is_hidden", alt.value(hidden), alt.value(told))


def _lines(found: list[Panel], language: str, width: int, paint: Paint) -> Any:
    rows, moments, inner = _rows(found, language), found[0].points, width - 24
    for row in rows:
        row["is_said"] = row["is_hidden"] or row["place"] in _told_of(found[row["panel"]])
    turned = sum(len(point.label) + 1.5 for point in moments) * _ACROSS > inner
    hides = any(row["is_hidden"] for row in rows)
    axis = alt.Axis(labelExpr=_labels(found, _ONE_LINE), labelAngle=-90 if turned else 0)
    base = alt.Chart(alt.InlineData(values=rows), width=inner, height=_HIGHER if hides else _HIGH)
    base = base.encode(x=alt.X("place:O", axis=axis, scale=alt.Scale(domain=list(range(len(moments))))))
    scale = alt.Scale(domain=[0, _top(found) * (1.8 if hides else 1.15)])
    up, high = alt.Y("top:Q", axis=None, scale=scale), alt.Y("value:Q", axis=None, scale=scale)
    hidden, told = base.transform_filter("datum.is_hidden"), base.transform_filter("!datum.is_hidden && datum.is_said")
    return alt.layer(
        base.mark_line(color=paint.main, strokeWidth=2.5, point={"color": paint.main, "size": 45}).encode(y=high),
        hidden.mark_bar(size=_BAR, fill=HATCH, stroke=paint.soft).encode(y=up),
        hidden.mark_text(angle=270, align="left", baseline="middle", dx=6, color=paint.ink).encode(y=up, text="said:N"),
        told.mark_text(dy=-12, color=paint.ink).encode(y=up, text="said:N"),
    )


def _told_of(panel: Panel) -> set[int]:
    """Return the places whose number is said along time: all of few, else the ends, the least and the most."""
    points = panel.points
    told = [place for place, point in enumerate(points) if point.value is not None]
    if len(points) <= _MOST_LABELS or not told:
        return set(told)
    values = sorted(told, key=lambda place: points[place].value or 0)
    return {told[0], told[-1], values[0], values[-1]}
