# SPDX-License-Identifier: EUPL-1.2
"""Pictures of figures: within a page, and as files that say themselves what they are."""

import re
import textwrap
from collections.abc import Iterator
from hashlib import blake2b
from html import escape
from typing import NamedTuple

from baken.tabulation.drawing.bergs import berg, small_berg
from baken.tabulation.drawing.paints import HATCH, PAPER, SCREEN, Paint
from baken.tabulation.files.about import LICENCE_NAME, Edition, who
from baken.tabulation.shapes import Estimate, Figure, Table, Words
from baken.tabulation.wording import day, why_hidden

_NARROW, _WIDE = 340, 640  # of a picture in a page, where a telephone shows it, and of a file
_MARGIN, _LETTER, _LINE = 24, 13, 19
_ACROSS = 84  # characters of a line below or above a picture in a file
_SVG = re.compile(r"<svg[^>]*>")
_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_SAME = Words("Hieronder staat hetzelfde in woorden en in een tabel.", "Below stands the same in words and in a table.")


def picture(figure: Figure, language: str) -> str:
    """Return a figure as SVG to stand within a page, in the colours of the page."""
    label = escape(f"{figure.title.said(language)}. {_SAME.said(language)}")
    return _framed(_drawn(figure, language, _NARROW, SCREEN), SCREEN, f' role="img" aria-label="{label}"')


def printed_picture(figure: Figure, language: str) -> str:
    """Return a figure as SVG to stand on paper, with nothing around it: what it shows is said beside it."""
    inner = _drawn(figure, language, _WIDE - 2 * _MARGIN, PAPER)
    return _framed(inner, PAPER, f' {_sized(*_size(inner))} font-family="{PAPER.letters}"')


def small(figure: Figure, language: str) -> str:
    """Return a figure as a picture beside its title, which says all that somebody hears of it."""
    inner = _drawn(figure, language, _NARROW, SCREEN, brief=True)
    kind = ' class="chart"' if isinstance(figure, Table) else ""  # of a long one the page shows the beginning
    return _framed(inner, SCREEN, f'{kind} aria-hidden="true" focusable="false"')


def _drawn(figure: Figure, language: str, width: int, paint: Paint, *, brief: bool = False) -> str:
    if isinstance(figure, Estimate):
        return small_berg(figure, paint) if brief else berg(figure, language, paint)
    from baken.tabulation.drawing import charts  # noqa: PLC0415 - slow to load

    return charts.chart(figure, language, width, paint, brief=brief)


def svg_file(edition: Edition, language: str) -> bytes:
    """Return a figure as an SVG file, with its title, whom it counts, where it is from and what one may do with it."""
    inner = _drawn(edition.figure, language, _WIDE - 2 * _MARGIN, PAPER)
    wide, high = _size(inner)
    head, foot = _head(edition.figure, language), _foot(edition, language)
    top = _MARGIN + sum(each.line for each in head) + 12
    whole = top + high + sum(each.line for each in foot) + 2 * _MARGIN
    side = (_WIDE - wide) / 2 if isinstance(edition.figure, Estimate) else _MARGIN
    about = f'viewBox="0 0 {_WIDE} {whole:.0f}" width="{_WIDE}" height="{whole:.0f}" font-family="{PAPER.letters}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {about}><title>{escape(edition.figure.title.said(language))}</title>',
        f'<rect width="{_WIDE}" height="{whole:.0f}" fill="{PAPER.ice}"/>',
        *_lines(head, _MARGIN, PAPER.ink),
        f'<g transform="translate({side:g},{top})">{_framed(inner, PAPER, f" {_sized(wide, high)}")}</g>',
        *_lines(foot, top + high + _MARGIN, PAPER.soft),
        "</svg>",
    ]
    return "".join(parts).encode()


def _sized(wide: float, high: float) -> str:
    return f'width="{wide:g}" height="{high:g}"'


def png_file(edition: Edition, language: str) -> bytes:
    """Return the same as PNG, twice as fine."""
    import vl_convert  # noqa: PLC0415 - slow to load

    return bytes(vl_convert.svg_to_png(svg_file(edition, language).decode(), scale=2))


def _size(inner: str) -> tuple[float, float]:
    found = _BOX.search(inner)
    if found is None:
        raise ValueError("a picture tells its size")
    return float(found[1]), float(found[2])


def _framed(inner: str, paint: Paint, about: str) -> str:
    """Return a picture in an element of ours, with the hatching that hidden cells are filled with."""
    wide, high = _size(inner)
    name = f"hatch-{blake2b(inner.encode(), digest_size=5).hexdigest()}"
    first = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}"{about}>'
    filled = inner.replace(HATCH, f"url(#{name})")
    return _SVG.sub(lambda _: first + (_hatch(name, paint) if filled != inner else ""), filled, count=1)


def _hatch(name: str, paint: Paint) -> str:
    return (
        f'<defs><pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<path d="M0 0V6" stroke="{paint.soft}" stroke-width="3"/></pattern></defs>'
    )


class _Line(NamedTuple):
    """A line of text in a file: how much room it takes and how large its letters are."""

    text: str
    line: int
    letter: int


def _head(figure: Figure, language: str) -> list[_Line]:
    title = textwrap.wrap(figure.title.said(language), 50)
    about = textwrap.wrap(who(figure, language), _ACROSS)
    return [*(_Line(each, 26, 20) for each in title), *(_Line(each, _LINE, _LETTER) for each in about)]


def _foot(edition: Edition, language: str) -> list[_Line]:
    figure, released = edition.figure, day(edition.released_on, language)
    source = f"{edition.source.said(language)}, {released}. {LICENCE_NAME}. {edition.address}"
    hides = [figure] if isinstance(figure, Table) and None in figure.values.values() else []
    said = [*(why_hidden(each, language) for each in hides), source]
    return [_Line(each, _LINE, _LETTER) for text in said for each in textwrap.wrap(text, _ACROSS)]


def _lines(said: list[_Line], y: float, colour: str) -> Iterator[str]:
    for each in said:
        y += each.line
        weight = ' font-weight="bold"' if each.letter > _LETTER else ""
        about = f'x="{_MARGIN}" y="{y:.0f}" font-size="{each.letter}" fill="{colour}"{weight}'
        yield f"<text {about}>{escape(each.text)}</text>"
