# SPDX-License-Identifier: EUPL-1.2
"""The table has the fields of the standard, and a table that cannot be used is refused by the name of the field."""

from collections import Counter

import pytest

from baken.standards.htcds.fields import FieldError, fields, outside, standard

KINDS = Counter(each.type for each in fields().values())


def test_it_has_every_field_of_the_standard():
    assert standard()[:2] == ("HTCDS", "2.0")
    assert len(fields()) == 84
    assert sum(each.core for each in fields().values()) == 40
    assert sum(each.given_up for each in fields().values()) == 3
    assert len({each.section for each in fields().values()}) == 10


def test_it_has_the_types_of_the_standard():
    assert KINDS == {
        "Text": 26, "Picklist": 25, "Long Text": 9, "Lookup": 7, "Date": 6, "Geolocation": 4, "Number": 4,
        "Checkbox": 3,
    }  # fmt: skip


def test_several_may_be_chosen_of_nine_fields():
    assert [name for name, each in fields().items() if each.multi] == [
        "prs_Citizenship", "vic_RecruitmentWebsitesAndApps", "vic_MethodOfRecruitment", "vic_MethodsOfControl",
        "vic_TypeOfExploitation", "vic_TypeOfSexExploitation", "vic_ExploitationWebsitesAndApps", "vic_Vulnerabilities",
        "per_RoleInProcess",
    ]  # fmt: skip


def test_it_keeps_the_mistakes_of_the_standard():
    assert fields()["vic_RelationshipToTrafficker"].codes == ("Familial", "Acquainted", "Unaquainted")


def test_no_code_has_what_joins_codes():
    assert [code for each in fields().values() for code in each.codes if set(code) & set(";\\ ")] == []


def test_it_has_the_lists_that_the_standard_refers_to():
    assert {name: len(codes) for name, codes in outside().items()} == {
        "country2": 250, "country3": 250, "language2": 184, "language3": 506,
    }  # fmt: skip
    assert {"NL", "XK"} <= outside()["country2"]
    assert {"nld", "dut", "tir"} <= outside()["language3"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('name = "a"\nsection = "b"\ntype = "Novel"', "'Novel' is no type"),
        ('name = "a"\nsection = "b"\ntype = "Picklist"', "values to pick"),
        ('name = "a"\nsection = "b"\ntype = "Date"\ncodes = ["c"]', "values to pick"),
        ('name = "a"\nsection = "b"\ntype = "Text"\nvalues = "planet"', "'planet' is no list"),
        ('name = "a"\nsection = "b"\ntype = "Text"\n[[field]]\nname = "a"\nsection = "b"\ntype = "Text"', "twice"),
    ],
)
def test_a_table_that_is_wrong_is_refused(tmp_path, row, said):
    path = tmp_path / "fields.toml"
    path.write_text(f'name = "x"\nversion = "1"\n[[field]]\n{row}\n', encoding="utf-8")
    with pytest.raises(FieldError, match=said):
        standard(path)
