# SPDX-License-Identifier: EUPL-1.2
"""A report says the same in every form: seen and unseen, with what pictures show in words, in a language of its own."""

import io
import re
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from baken.hidden_population import reading
from baken.hidden_population.answering import answer
from baken.hidden_population.bootstrap import Interval
from baken.hidden_population.estimating import Spread
from baken.hidden_population.methods import Asked
from baken.hidden_population.report import picture, printing
from baken.hidden_population.report.chart import Chart, Row, ticks
from baken.hidden_population.report.content import Grid, report
from baken.hidden_population.report.words import MEANINGS, Words
from baken.hidden_population.tests.made import FOUR, SEXES, table
from baken.hidden_population.tests.test_strata import strata

ENGLISH = Words("en", str)
MARKED = Words("nl", lambda template: f"~{template}")
SPREAD = Spread(times=20)
SVG = "{http://www.w3.org/2000/svg}"


def told(source=None, words=ENGLISH, spread=SPREAD):
    return report(answer(source or table(), None, Asked(), spread), spread, words)


def grids(found):
    return {each.title: each.grid for each in found.sections if each.grid}


def test_methods_stand_side_by_side_seen_and_hidden_with_what_they_suppose():
    found = told()
    grid = grids(found)["All methods side by side"]
    assert [row[0] for row in grid.rows] == ["independence", "stepwise", "bic", "bic-downhill", "bma"]
    assert {row[1] for row in grid.rows} == {"272"}
    assert all(row[2] and row[3] and " to " in row[4] for row in grid.rows)
    assert f"bma: {MEANINGS['bma']}" in found.sections[1].notes


def test_no_number_of_persons_is_told_more_exactly_than_it_is_known():
    totals = [row[3] for row in grids(told())["All methods side by side"].rows]
    assert all(len(re.sub(r"\\D|0+$", "", each)) <= 3 for each in totals)


def test_what_no_table_shows_is_in_every_report():
    lines = [line for each in told().sections for line in each.lines]
    assert set(reading.LIMITS) <= set(lines)


def test_each_list_is_left_out_and_overlaps_are_told():
    found = grids(told())
    assert [row[0] for row in found["Without each list"].rows] == ["none", "work", "care", "police", "street"]
    overlaps = found["How lists overlap"]
    assert overlaps.head == ("List", "On it alone", "work", "care", "police", "street")
    assert overlaps.rows[0] == ("work", "60", "90", "13", "18", "3")


def test_strata_have_pictures_and_say_why_some_are_too_thin():
    found = {each.title: each for each in told(strata(SEXES)).sections}
    thin, joint = found["Told apart, by independence"], found["Told apart, by joint"]
    assert thin.grid.rows[2] == ("sex x", "10", "no estimate", "no estimate", "")
    assert "sex x: persons here on two lists or more: 2; too thin to estimate by itself" in thin.notes
    assert "no estimate" not in {cell for row in joint.grid.rows for cell in row}
    assert "sex x: 10 seen, no estimate." in thin.chart.told


def test_many_strata_are_a_table_alone():
    rows = [row.replace(",n", ",y,n") for row in FOUR.splitlines()[:1]]
    rows += [
        f"{row.rpartition(',')[0]},{year},{row.rpartition(',')[2]}"
        for year in range(30)
        for row in FOUR.splitlines()[1:]
    ]
    some = strata("\n".join(rows), "y")
    found = {each.title: each for each in told(some, spread=Spread(times=0)).sections}["Told apart, by independence"]
    assert (found.chart, len(found.grid.rows)) == (None, 30)


def test_without_resamples_it_says_so_and_draws_no_interval():
    found = told(spread=Spread(times=0))
    assert found.foot == "Estimated by Baken, without resamples."
    assert "independence: 272 seen, " in found.sections[1].chart.told
    assert "independence: 272 seen, 1" not in found.foot


def test_all_of_it_is_in_its_language():
    found = told(strata(SEXES), MARKED)
    words = [found.title, found.foot, *(each.title for each in found.sections)]
    words += [line for each in found.sections for line in (*each.lines, *(each.grid.head[:1] if each.grid else ()))]
    assert all(each.startswith("~") for each in words)
    assert all("~" in note for each in found.sections for note in each.notes)


def test_a_bar_is_as_long_as_its_numbers_say():
    chart = Chart((Row("a", 50, 200, Interval(95, 100, 400, "bca")),), ENGLISH)
    assert chart.at(0) == 190
    assert chart.at(100) - chart.at(0) == pytest.approx((chart.at(400) - chart.at(0)) / 4)
    bars = re.findall(r'class="(seen|unseen)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="18"', chart.drawn())
    (seen, begin, long), (unseen, after, longer) = bars
    assert (seen, unseen) == ("seen", "unseen")
    assert float(begin) + float(long) == pytest.approx(float(after), abs=0.2)
    assert float(longer) == pytest.approx(3 * float(long), rel=0.01)


def test_an_interval_far_beyond_all_estimates_is_cut_with_an_arrow_and_told_beside():
    far = Chart((Row("a", 50, 200, Interval(95, 100, 90_000, "bca")),), ENGLISH)
    assert far.most < 600
    assert "l7 6l-7 6" in far.drawn()
    assert "100 to 90,000" in far.drawn()
    near = Chart((Row("a", 50, 200, Interval(95, 100, 300, "bca")),), ENGLISH)
    assert "l7 6l-7 6" not in near.drawn()


def test_the_axis_has_round_numbers():
    assert ticks(4_300) == [0, 2000, 4000]
    assert ticks(3) == [0, 1, 2, 3]


def test_columns_of_numbers_are_known():
    grid = Grid(("a", "b", "c", "d"), (("2010", "1,200", "no estimate", "1 to 3"), ("2011", "", "3", "2 to 4")))
    assert grid.numbers == (False, True, True, False)


def test_the_svg_is_whole_named_and_tells_its_pictures():
    text = picture.drawn(told(strata(SEXES))).decode()
    tree = ET.fromstring(text)  # noqa: S314 - our own
    assert tree.find(f"{SVG}title").text == "How many there are, on lists and on none"
    assert tree.get("lang") == "en"
    pictures = [each for each in tree.iter(f"{SVG}g") if each.get("role") == "img"]
    assert len(pictures) == 3
    assert all("seen" in each.get("aria-label") for each in pictures)
    levels = [each.get("aria-level") for each in tree.iter(f"{SVG}g") if each.get("role") == "heading"]
    assert (levels[0], set(levels[1:])) == ("1", {"2"})
    height = float(tree.get("height"))
    tops = [
        float(re.search(r" (\d+)\)", each.get("transform"))[1])
        for each in tree.iter(f"{SVG}g")
        if each.get("transform")
    ]
    assert tops == sorted(tops)
    assert tops[-1] < height


def test_names_of_lists_are_text_and_never_markup():
    sly = table('"<b>&""",#strong[x],n\n1,0,60\n0,1,40\n1,1,20\n')
    found = told(sly)
    texts = "".join(ET.fromstring(picture.drawn(found)).itertext())  # noqa: S314 - our own
    assert '<b>&"' in texts
    assert "#strong[x]" in read(printing.printed(found))


def read(paper):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)


def test_the_pdf_is_tagged_and_has_title_language_and_pictures_in_words():
    paper = printing.printed(told(words=Words("nl", str)))
    pdf = PdfReader(io.BytesIO(paper))
    root = pdf.trailer["/Root"]
    assert pdf.metadata.title == "How many there are, on lists and on none"
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    kinds, words = set(), []
    for each in tags(root["/StructTreeRoot"]):
        kinds.add(each.get("/S"))
        words += [each["/Alt"]] if "/Alt" in each else []
    assert {"/H1", "/H2", "/Table", "/TH", "/Figure"} <= kinds
    assert any("independence: 272 seen" in each for each in words)
    assert "What no table shows" in read(paper)


def tags(node):
    below = node.get("/K", [])
    for each in below if isinstance(below, list) else [below]:
        found = each.get_object() if hasattr(each, "get_object") else each
        if hasattr(found, "get"):
            yield found
            yield from tags(found)
