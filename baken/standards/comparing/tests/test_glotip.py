# SPDX-License-Identifier: EUPL-1.2
"""The table of GLOTIP is read as it is meant, and a cell that is none is named by row and column."""

import pytest

from baken.settings import environment
from baken.standards.comparing import glotip
from baken.standards.comparing.counts import UNKNOWN, Count, exactly
from baken.standards.comparing.tests import tables
from baken.standards.comparing.tests.tables import row
from baken.standards.opening import FileRefused

REAL = environment.data() / "glotip" / "data_glotip.xlsx"


@pytest.fixture
def rows(tmp_path):
    found = glotip.read(tables.glotip(tmp_path / "table.xlsx"))
    assert found.refusals == []
    return [each for each in found.rows if each.code == "NLD" and each.indicator == glotip.DETECTED]


def test_a_total_is_the_total_alone(rows):
    assert glotip.told(glotip.of(rows, year=2019)) == exactly(1222)
    assert glotip.told(glotip.of(rows, year=2019, age=glotip.CHILDREN)) == Count(1, 4)


def test_two_rows_of_one_thing_are_added(rows):
    others = glotip.of(rows, year=2019, dimension=glotip.FORMS, category="Other forms of exploitation")
    assert glotip.told(others) == Count(20, 23)


def test_an_empty_cell_and_a_row_that_is_not_there_are_unknown(rows):
    assert glotip.told(glotip.of(rows, year=2020)) == UNKNOWN
    assert glotip.told(glotip.of(rows, year=2021)) == UNKNOWN


def test_it_tells_years_and_categories(rows):
    assert glotip.years(rows) == [2019, 2020]
    assert glotip.categories(rows, glotip.FORMS) == [
        "Forced labour", "Other forms of exploitation", "Sexual exploitation",
    ]  # fmt: skip


def test_malformed_cells_are_refused_with_row_and_column(tmp_path):
    wrong = [
        row("~5"),
        row("5"),
        row("1,22", Year="last"),
        row("5", Year="1222"),
        row("5", **{"Unit of measurement": "%"}),
    ]
    found = glotip.read(tables.glotip(tmp_path / "table.xlsx", [*wrong, row("5", Indicator="")]))
    assert [tuple(each) for each in found.refusals] == [
        (2, "txtVALUE", "no count"), (4, "Year", "no year"), (4, "txtVALUE", "no count"), (5, "Year", "no year"),
        (6, "Unit of measurement", "no count of persons"), (7, "Indicator", "empty"),
    ]  # fmt: skip
    assert [each.counted for each in found.rows] == [exactly(5)]


@pytest.mark.parametrize("names", [tables.NAMES[:-2], [*tables.NAMES, "Year"], ["a", "b"]])
def test_another_table_is_refused(tmp_path, names):
    with pytest.raises(FileRefused, match="no table of GLOTIP"):
        glotip.read(tables.glotip(tmp_path / "table.xlsx", [], names))


@pytest.mark.real
@pytest.mark.skipif(not REAL.is_file(), reason=f"no real material at {REAL}")
def test_it_reads_the_real_table_whole():
    found = glotip.read(REAL)
    assert (len(found.rows), found.refusals) == (46_556, [])
    assert sum(each.counted == Count(1, 4) for each in found.rows) == 23_076
    dutch = [each for each in found.rows if each.code == "NLD" and each.indicator == glotip.DETECTED]
    totals = {year: glotip.told(glotip.of(dutch, year=year)) for year in glotip.years(dutch)}
    # The totals of CoMensha's own series for these years.
    assert {totals[2007], totals[2011], totals[2012], totals[2018]} == set(map(exactly, (716, 1222, 1711, 668)))
