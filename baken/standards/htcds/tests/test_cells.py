# SPDX-License-Identifier: EUPL-1.2
"""A value and its cell are one another's, whatever stands in it; and no spreadsheet runs a cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.standards import sheets
from baken.standards.htcds import cells
from baken.standards.htcds.cells import CellError
from baken.standards.htcds.fields import fields

ONE, MANY = fields()["prs_FirstName"], fields()["vic_RecruitmentWebsitesAndApps"]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
# What goes wrong goes wrong at these letters: they come often.
HARD = st.text(st.sampled_from("'=+-@\t\r\n;\\\"ax0.5_X0D\x00"), max_size=8)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""), ("", "'"), ("'", "''"), ("a", "a"), ("=1", "'=1"), ("'=1", "''=1"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("-5", "-5"), ("+31600000000", "+31600000000"), ("- eerst", "'- eerst"), ("\uff1d1", "'\uff1d1"),
        ("007", "007"), ("\r", "'\r"),
        ("a;b\\", "a;b\\"),
    ],
)  # fmt: skip
def test_a_text_has_this_cell(value, cell):
    assert cells.written(value) == cell
    assert cells.value(ONE, cell) == value


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""), ([], "'"), (["Line"], "Line"), (["Line", "QQ"], "Line;QQ"), (["a;b", "c\\"], "a\\;b;c\\\\"),
        (["=1", "Line"], "'=1;Line"), (["'"], "''"),
    ],
)  # fmt: skip
def test_several_codes_have_this_cell(value, cell):
    assert cells.written(value) == cell
    assert cells.value(MANY, cell) == value


@pytest.mark.parametrize("cell", ["a\\", "a\\b", "Line;\\", "\\;\\"])
def test_a_backslash_that_escapes_nothing_is_refused(cell):
    with pytest.raises(CellError, match="backslash"):
        cells.value(MANY, cell)


@given(st.one_of(st.none(), TEXTS, HARD))
def test_every_text_comes_back(text):
    assert cells.value(ONE, cells.written(text)) == text


@given(st.one_of(st.none(), st.lists(st.one_of(TEXTS, HARD).filter(bool), max_size=5)))
def test_every_list_comes_back(codes):
    assert cells.value(MANY, cells.written(codes)) == codes


@given(st.one_of(TEXTS, HARD))
def test_no_cell_begins_as_a_formula_does(text):
    cell = cells.written(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) or cell.lstrip("+-").replace(".", "").isdigit()


@given(st.one_of(TEXTS, HARD))
def test_every_text_comes_back_from_xml(text):
    assert sheets.meant(sheets.said(text)) == text
    assert not set(sheets.said(text)) & set("\x00\x08\x0b\x0c\r\x1f\ufffe\uffff")
