# SPDX-License-Identifier: EUPL-1.2
"""Classifications have words, sources and a place for every code; a table that cannot be used is refused."""

from datetime import date

import pytest

from baken.closed.trafficking.lists import of
from baken.standards import classifying
from baken.standards.breakdowns import comensha, eurostat, sdg
from baken.standards.classifying import ClassificationError
from baken.standards.htcds.fields import fields
from baken.standards.ictip import mapping
from baken.standards.victims import Victim

ALL = [each.classification() for each in (comensha, eurostat, sdg, mapping)]
DIMENSIONS = [(whole.name, each) for whole in ALL for each in whole.dimensions.values()]
NAMES = [f"{name}-{each.name}" for name, each in DIMENSIONS]
DAY = date(2024, 5, 1)
# A fact → the codes that it may have: those of the standard, and our own.
CODES = {
    "forms": {*fields()["vic_TypeOfExploitation"].codes, *of("form")} - {"none"},
    "means": {*fields()["vic_MethodsOfControl"].codes, *of("control")} - {"none"},
    "sectors": {*fields()["vic_ForcedLabourIndustry"].codes},
    "sex": set(fields()["prs_Gender"].codes),
    "status": set(fields()["vic_TraffickingStatus"].codes),
    "relationship": set(fields()["vic_RelationshipToTrafficker"].codes),
    "roles": set(fields()["per_RoleInProcess"].codes),
    "forms_and_border": {*fields()["vic_TypeOfExploitation"].codes, *of("form")},
}


@pytest.mark.parametrize(("name", "each"), DIMENSIONS, ids=NAMES)
def test_every_dimension_says_what_is_meant_in_both_languages_and_whose_it_is(name, each):
    texts = (each.nl, each.en, each.nl_definition, each.en_definition, each.source)
    assert all(texts)
    assert each.nl_definition.endswith(".")
    assert each.en_definition.endswith(".")


@pytest.mark.parametrize(("name", "each"), DIMENSIONS, ids=NAMES)
def test_every_code_falls_under_one_category(name, each):
    if each.of in CODES:
        held = {code: [one.key for one in each.categories.values() if one.holds(code)] for code in CODES[each.of]}
        assert {code: keys for code, keys in held.items() if len(keys) != 1} == {}


@pytest.mark.parametrize(("name", "each"), DIMENSIONS, ids=NAMES)
def test_every_age_falls_under_one_category(name, each):
    if each.of == "age":
        assert [[one.key for one in each.categories.values() if one.holds(age)] for age in range(121)] == [
            [each.one_of(Victim(DAY, age=age))] for age in range(121)
        ]


def test_what_our_own_choice_rests_on_is_to_be_verified():
    assert [
        (name, each.name) for name, each in DIMENSIONS if each.source.startswith("a choice of ours") and not each.verify
    ] == []


def test_several_answers_of_one_category_are_one():
    form = eurostat.classification().dimensions["form"]
    assert form.one_of(Victim(DAY, forms=("ForcedLabour", "Servitude"))) == "labour"
    assert form.one_of(Victim(DAY, forms=("ForcedLabour", "SexualExploitation"))) == "several"
    assert form.one_of(Victim(DAY)) == "unknown"


@pytest.mark.parametrize(
    ("citizenships", "group"),
    [(("NG", "NL"), "reporting"), (("NG", "PL"), "eu"), (("NG",), "other"), (("GB",), "other"), ((), "unknown")],
)
def test_a_national_of_the_country_is_one_whatever_else_she_is(citizenships, group):
    citizenship = eurostat.classification().dimensions["citizenship"]
    assert citizenship.one_of(Victim(DAY, citizenships=citizenships)) == group


RIGHT = """
name = "a"
nl = "a"
en = "a"
nl_definition = "a."
en_definition = "a."
source = "b"
as_of = "2024-01-01"
verify = true
tables = [["form"]]
[sources]
b = "somebody"
[[dimension]]
name = "form"
of = "forms"
nl = "a"
en = "a"
nl_definition = "a."
en_definition = "a."
source = "b"
ranked = true
[[dimension.category]]
key = "unknown"
nl = "a"
en = "a"
"""


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('tables = [["form"]]', 'tables = [["sex"]]', "no dimension 'sex'"),
        ("ranked = true\n", "", "neither ranked nor"),
        ('of = "forms"', 'of = "shoes"', "nothing is known of 'shoes'"),
        ('key = "unknown"', 'key = "other"', "no category 'unknown'"),
        ('key = "unknown"\nnl = "a"', 'key = "unknown"\nnl = ""', "words in both languages"),
        ('b = "somebody"', 'c = "somebody"', "no source 'b'"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(tmp_path, right, wrong, said):
    path = tmp_path / "table.toml"
    path.write_text(RIGHT, encoding="utf-8")
    assert classifying.read(path).name == "a"
    assert right in RIGHT
    other = tmp_path / "wrong.toml"
    other.write_text(RIGHT.replace(right, wrong), encoding="utf-8")
    with pytest.raises(ClassificationError, match=said):
        classifying.read(other)
