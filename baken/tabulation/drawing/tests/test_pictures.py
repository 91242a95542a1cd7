# SPDX-License-Identifier: EUPL-1.2
"""What a picture shows stands in its words; what is hidden is hatched; nothing in it runs or is fetched."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from lxml import etree

from baken.tabulation.counting import counted
from baken.tabulation.drawing.pictures import picture, png_file, small, svg_file
from baken.tabulation.drawing.points import is_time, panels
from baken.tabulation.drawing.saying import saying
from baken.tabulation.examples import FORM, METHOD, ORIGIN, YEAR, examples
from baken.tabulation.files.about import Edition
from baken.tabulation.shapes import ALL, Category, Words
from baken.tabulation.tests.made import words

FIGURES = examples()
TABLES = [name for name in FIGURES if name != "example-estimate"]
BY_YEAR, BY_ORIGIN, BY_FORM = (FIGURES[f"example-{name}"] for name in ("by-year", "by-origin", "by-form-and-age"))
NUMBER = re.compile(r"\d[\d.,]*\d|\d")


def edition(figure):
    return Edition(figure, METHOD, words("source"), "https://example.org/figures/een", date(2026, 3, 2))


def texts(svg):
    return [unescape(each) for each in re.findall(r"<text[^>]*>([^<]*)</text>", svg)]


def numbers(said):
    return set(NUMBER.findall(" ".join(said)))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", FIGURES)
def test_every_number_in_the_picture_stands_in_the_words(name, language):
    found = numbers(texts(picture(FIGURES[name], language)))
    assert len(found) >= 5
    assert found <= numbers(saying(FIGURES[name], language))


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_of_a_drawn_dimension_is_drawn(name):
    table = FIGURES[name]
    told = [value for at, value in table.values.items() if ALL not in at]
    drawn = texts(picture(table, "nl"))
    assert sorted(each for each in drawn if each in {str(value) for value in told}) == sorted(
        str(value) for value in told if value is not None
    )
    assert drawn.count("verborgen") == told.count(None)


def bars(svg):
    return re.findall(r'<path d="M0,[\d.]+h([\d.]+)[^"]*" fill="([^"]+)"', svg)


def test_a_hidden_cell_is_hatched_as_far_as_it_may_reach_and_no_told_one_is():
    svg = picture(BY_ORIGIN, "nl")
    drawn = bars(svg)
    hatched = [float(length) for length, fill in drawn if fill.startswith("url(#hatch-")]
    told = [float(length) for length, fill in drawn if fill == "var(--sea)"]
    assert (len(hatched), len(told)) == (2, 5)
    assert hatched[0] / told[1] == pytest.approx(19 / 143, abs=0.02)
    assert re.search(r'<pattern id="(hatch-\w+)"', svg)[1] in svg.split("<pattern")[1].split('"', 2)[2]


def test_what_nobody_can_bound_is_hatched_to_the_end():
    hidden = dict.fromkeys(((ALL,), ("africa",), ("america",), ("unknown",)))
    svg = picture(replace(BY_ORIGIN, values={**BY_ORIGIN.values, **hidden}), "nl")
    lengths = {fill[:4]: float(length) for length, fill in bars(svg)}
    longest = max(float(length) for length, _ in bars(svg))
    assert lengths["url("] == longest


def test_time_is_a_line_that_breaks_where_a_moment_is_hidden():
    values = {**BY_YEAR.values, ("2021",): None, ("2022",): None}
    svg = picture(replace(BY_YEAR, values=values), "nl")
    assert svg.count("verborgen") == 2
    line = re.search(r'<path d="([^"]+)" stroke="var\(--sea\)"', svg)[1]
    assert line.count("M") == 2
    assert svg.count('fill="url(#hatch-') == 2


def test_time_is_known_by_its_codes():
    assert is_time(YEAR)
    assert not is_time(ORIGIN)
    assert not is_time(replace(YEAR, categories=YEAR.categories[:2]))
    quarters = tuple(Category(f"2025-Q{n}", Words("", "")) for n in range(1, 5))
    assert is_time(replace(YEAR, categories=quarters))


def test_of_many_moments_the_ends_and_extremes_are_said():
    months = tuple(Category(f"2025-{n:02}", Words(f"m{n}", f"m{n}")) for n in range(1, 13))
    values = {(each.code,): 40 + n * n % 13 for n, each in enumerate(months)}
    table = replace(
        BY_YEAR, dimensions=(replace(YEAR, categories=months),), values={**values, (ALL,): sum(values.values())}
    )
    said = [each for each in texts(picture(table, "nl")) if each.isdigit()]
    assert {str(min(values.values())), str(max(values.values())), str(values["2025-01",])} <= set(said)
    assert len(said) <= 4


def by(first, second, of=20):
    dimensions = first, second
    units = ({first.name: a, second.name: b} for a in first.codes for b in second.codes for _ in range(of))
    return replace(BY_FORM, dimensions=dimensions, values=counted(units, dimensions))


@pytest.mark.parametrize("dimensions", [(YEAR, ORIGIN), (ORIGIN, YEAR)])
def test_time_runs_within_panels_whichever_comes_first(dimensions):
    table = by(*dimensions)
    hidden = replace(table, values={**table.values, **{at: None for at in table.cells() if "2021" in at}})
    svg = picture(hidden, "nl")
    assert svg.count('stroke="var(--sea)" stroke-width="2.5"') == len(ORIGIN.codes)
    assert texts(svg).count("verborgen") == len(ORIGIN.codes)
    assert [each.label for each in panels(table, "nl")[0].points] == list(YEAR.codes)


def test_categories_of_one_name_stay_apart_and_long_ones_take_lines():
    name = "Onderwijsondersteunende dienstverlening in binnen- en buitenland"
    twice = replace(ORIGIN, categories=tuple(Category(code, Words(name, name)) for code in ("a", "b")))
    for table, most in ((by(twice, YEAR), 380), (by(twice, FORM), 380), (by(FORM, twice), 380)):
        svg = picture(table, "nl")
        assert float(re.search(r'viewBox="0 0 ([\d.]+)', svg)[1]) < most
        assert sum(value in {"20", "verborgen"} for value in texts(svg)) == len(table.dimensions[1].codes) * len(
            table.dimensions[0].codes
        )


def test_a_third_dimension_is_taken_together():
    year = replace(YEAR, categories=YEAR.categories[:3])
    values = {
        (*at, code): (None if value is None else value * (3 if code == ALL else 1))
        for at, value in BY_FORM.values.items()
        for code in (*year.codes, ALL)
    }
    table = replace(BY_FORM, dimensions=(*BY_FORM.dimensions, year), values=values)
    assert [each.points[0].value for each in panels(table, "nl")] == [192, 69, None, None]


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("make", [picture, small])
def test_a_picture_in_a_page_runs_nothing_and_fetches_nothing(name, make):
    svg = make(FIGURES[name], "nl")
    root = etree.fromstring(svg)
    for element in root.iter():
        tag = etree.QName(element).localname
        assert tag in {"svg", "g", "path", "line", "rect", "text", "circle", "defs", "pattern", "tspan"}
        assert not [each for each in element.attrib if each.startswith("on") or each in {"style", "href"}]
    assert "http" not in svg.replace("http://www.w3.org/", "")
    assert set(re.findall(r'fill="(#\w+|white|black)"', svg)) <= {"#000"}


def test_titles_are_letters_and_no_markup():
    table = replace(BY_YEAR, title=Words("<b>&", '"<script>'))
    for language in ("nl", "en"):
        etree.fromstring(picture(table, language))
        assert "<script" not in svg_file(edition(table), language).decode()


@pytest.mark.parametrize("name", FIGURES)
def test_a_file_says_itself_what_it_is(name):
    svg = svg_file(edition(FIGURES[name]), "en").decode()
    etree.fromstring(svg)
    said = " ".join(texts(svg))
    assert FIGURES[name].title.en in said
    assert "1 January" in said
    assert "CC BY 4.0. https://example.org/figures/een" in said
    assert ("Hidden is not zero" in said) == (None in getattr(FIGURES[name], "values", {}).values())
    assert "var(" not in svg
    assert png_file(edition(FIGURES[name]), "en").startswith(b"\x89PNG")
