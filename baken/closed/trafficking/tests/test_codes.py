# SPDX-License-Identifier: EUPL-1.2
"""Every code has its words and its source, every code of the standard is there, and a wrong table is refused."""

import shutil
from datetime import date

import pytest

from baken.closed.casework import codes
from baken.closed.casework.codes import CodeError, valid
from baken.closed.casework.person import lists as person
from baken.closed.trafficking import lists, standard
from baken.standards.htcds.fields import fields

KNOWN = {**lists.lists(), **person.lists()}
ROWS = [(name, code) for name, rows in KNOWN.items() for code in rows.values()]
LISTED = [each for each in standard.homes().values() if each.list]


@pytest.mark.parametrize("field", LISTED, ids=[each.name for each in LISTED])
def test_a_list_has_every_code_of_the_standard_and_no_other(field):
    assert {code.htcds for code in KNOWN[field.list].values()} - {""} == set(fields()[field.name].codes)


def test_the_standard_has_codes_for_ten_of_our_lists():
    assert {each.list for each in LISTED} == {
        "form", "industry", "sexual", "recruitment", "control", "platform", "relationship", "event", "marital_status",
        "education",
    }  # fmt: skip


def test_what_is_general_knowledge_is_to_be_confirmed():
    assert [code.key for _, code in ROWS if code.source.startswith("general knowledge") and not code.verify] == []
    assert any(code.verify for _, code in ROWS)


def test_groups_and_sectors_stand_for_forms_of_the_standard():
    forms = {code.htcds for code in KNOWN["form"].values()}
    assert {code.htcds for name in ("kind", "group", "sector") for code in KNOWN[name].values()} <= forms


def test_the_forms_of_the_directive_are_groups_from_its_day_on():
    before, after = ({each.key for each in valid(KNOWN["group"], date(2026, 7, day))} for day in (14, 15))
    assert after - before == {"forced_marriage", "surrogacy", "illegal_adoption"}
    assert before <= after


BROKEN = [
    ("exploitation", 'source = "isic"', 'source = "hearsay"', "source"),
    ("exploitation", 'key = "hotel"', 'key = "home"', "twice"),
    ("exploitation", "since = 2026-07-15", "since = 2026-07-15\nuntil = 2026-07-14", "before it begins"),
    ("exploitation", 'kind = "labour"', 'kind = "leisure"', "leisure"),
    ("exploitation", 'crossing = "domestic"', 'border = "domestic"', "border"),
    ("means", 'nl = "op school"', 'nl = ""', "words"),
    ("risks", 'level = "red"', 'level = "purple"', "purple"),
    ("telling", "[[event]]", "[[form]]", "two tables"),
]


@pytest.mark.parametrize(("name", "right", "wrong", "said"), BROKEN)
def test_a_table_that_is_wrong_is_refused_with_a_word(tmp_path, name, right, wrong, said):
    shutil.copytree(lists.FOLDER, tmp_path, dirs_exist_ok=True)
    path = tmp_path / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(CodeError, match=said):
        codes.lists(tmp_path)
