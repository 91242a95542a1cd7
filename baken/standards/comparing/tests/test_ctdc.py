# SPDX-License-Identifier: EUPL-1.2
"""A table of CTDC is read as it is meant: what is unknown is not "no", and several values are several."""

import pytest

from baken.settings import environment
from baken.standards.comparing import ctdc
from baken.standards.comparing.tests import tables
from baken.standards.opening import FileRefused

FOLDER = environment.data() / "cases"


def test_it_reads_values_and_what_is_not_known(tmp_path):
    found = ctdc.read(
        tables.ctdc(
            tmp_path / "cases.csv",
            "2019,Female,9--17,NL,1.0,Female;Male",
            "2014-2018,-99,48+,0,0.0,-99",
            ",Male,,,,",
        )
    )
    assert found.refusals == []
    assert [tuple(each.values()) for each in found.rows] == [
        (("2019",), ("Female",), ("9--17",), ("NL",), ("1",), ("Female", "Male")),
        (("2014-2018",), (), ("48+",), (), ("0",), ()),
        ((), ("Male",), (), (), (), ()),
    ]


def test_a_row_with_several_values_counts_at_each(tmp_path):
    found = ctdc.read(tables.ctdc(tmp_path / "cases.csv", ",Female,,,,Female;Male", ",Female,,,,Male", ",Male,,,,"))
    assert ctdc.tally(found.rows, ["gender", "IP_Gender"]) == {
        ("Female", "Female"): 1, ("Female", "Male"): 2, ("Male", ""): 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "column", "wrong"),
    [
        ("19,Female,,,,", "yearOfRegistration", "no year"),
        (",Female,9-17,,,", "ageBroad", "no range of ages"),
        (",Female,,Netherlands,,", "citizenship", "no country in two capitals"),
        (",Female,,,<5,", "isSexualExploit", "no 0 or 1"),
        (",Female,,,yes,", "isSexualExploit", "no 0 or 1"),
        (",Female", "", "more or fewer cells than the first row"),
    ],
)
def test_malformed_cells_are_refused_with_row_and_column(tmp_path, line, column, wrong):
    found = ctdc.read(tables.ctdc(tmp_path / "cases.csv", ",Female,,,,", line, ",Male,,,,"))
    assert [tuple(each) for each in found.refusals] == [(3, column, wrong)]
    assert len(found.rows) == 2


@pytest.mark.parametrize("names", ["a,b", "gender", "yearRegister,gender,gender", ""])
def test_another_table_is_refused(tmp_path, names):
    with pytest.raises(FileRefused, match="no table of CTDC"):
        ctdc.read(tables.ctdc(tmp_path / "cases.csv", names=names))


@pytest.mark.real
@pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no real material at {FOLDER}")
@pytest.mark.parametrize(
    ("name", "rows", "women"), [("ctdc_k_anonymous_11", 48_773, 35_506), ("ctdc_synthetic", 16_955, 8_728)]
)
def test_it_reads_the_real_tables_whole(name, rows, women):
    found = ctdc.read(FOLDER / f"{name}.csv")
    assert (len(found.rows), found.refusals) == (rows, [])
    assert ctdc.tally(found.rows, ["gender"])["Female",] == women
