# SPDX-License-Identifier: EUPL-1.2
"""The tables as they stand: every row whole, known and ours; and what a faulty row is told."""

import csv
import shutil
from collections import Counter
from pathlib import Path

import pytest

from baken.indicators.combining import LIST
from baken.indicators.reading import COLUMNS, FOLDER, TableError, catalogue
from baken.indicators.records import Certainty, Form, Population, Strength
from baken.indicators.rules import rule

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "indicators.md"
ROWS = list(catalogue().indicators.values())
# How many stand in each of the four lists of 2009, by a note that lists them and a summary that agrees.
SIZES = {("adult", "labour"): 67, ("child", "labour"): 65, ("adult", "sexual"): 67, ("child", "sexual"): 65}


def written(path):
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_it_loads_every_row_of_the_table():
    table = written(FOLDER / "indicators.csv")
    assert len(table) == len(ROWS) == 453
    assert [row["id"] for row in table] == [each.id for each in ROWS]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_says_every_indicator_in_both_languages(language):
    texts = [getattr(each, language) for each in ROWS]
    assert all(text == text.strip() and 3 < len(text) < 140 for text in texts)
    assert not any(text.endswith(".") for text in texts)


def test_it_says_each_thing_in_words_of_one_language():
    same = [each.id for each in ROWS if each.nl == each.en]
    assert same == []


def test_it_knows_the_size_of_the_lists_of_2009():
    counted = Counter((each.population.value, each.form.value) for each in ROWS if each.list == LIST)
    assert counted == SIZES
    assert {key: len(catalogue().of(LIST, Population(key[0]), Form(key[1]))) for key in SIZES} == SIZES


def test_it_gives_weights_in_the_lists_of_2009_alone():
    weighted = [each for each in ROWS if each.strength is not Strength.UNWEIGHTED]
    assert Counter(each.list for each in weighted) == {LIST: 135}


def test_it_holds_no_weight_that_was_read_in_its_source():
    """The day somebody reads the brochure this fails, and the page about indicators must be written anew."""
    assert [each.id for each in ROWS if each.strength is not Strength.UNWEIGHTED and each.is_read] == []
    assert rule().certainty is Certainty.SECONDARY


def test_it_uses_every_source_list_and_dimension_it_names():
    known = catalogue()
    assert {each.source for each in ROWS} | {rule().source} == set(known.sources)
    assert {each.list for each in ROWS} == set(known.lists)
    assert {each.dimension for each in ROWS} == set(known.dimensions)


def test_it_says_of_everything_unread_that_it_was_not_read():
    sources = catalogue().sources
    unread = {each.source for each in ROWS if not each.is_read}
    assert {key for key in sources if "not read" in sources[key].read or "not found" in sources[key].read} | {
        "unodc-recalled", "ilo-forced-labour"
    } == unread | {rule().source}  # fmt: skip
    assert {each.certainty for each in ROWS if each.source == "unodc-recalled"} == {Certainty.RECALLED}


def test_it_leaves_the_lapsed_official_list_out():
    assert [each.id for each in ROWS if each.id.startswith("OM-")] == []


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "tables")
    return tmp_path / "tables"


def change(path, name, **fields):
    rows = written(path)
    for row in rows:
        if row["id"] == name:
            row.update(fields)
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"nl": ""}, "NLA-LAB-02: nl is empty"),
        ({"en": "  "}, "NLA-LAB-02: en is empty"),
        ({"population": "woman"}, "NLA-LAB-02: 'woman' is no population"),
        ({"form": "other"}, "NLA-LAB-02: 'other' is no form"),
        ({"strength": "very"}, "NLA-LAB-02: 'very' is no strength"),
        ({"certainty": "sure"}, "NLA-LAB-02: 'sure' is no certainty"),
        ({"source": "hearsay"}, "NLA-LAB-02: no source 'hearsay'"),
        ({"dimension": "mood"}, "NLA-LAB-02: no dimension 'mood'"),
        ({"list": "ours"}, "NLA-LAB-02: no list 'ours'"),
        ({"id": "NLA-LAB-01"}, "NLA-LAB-01: stands here twice"),
        ({"id": ""}, "line 404: id is empty"),
    ],
)
def test_it_refuses_a_faulty_row_by_its_name(folder, fields, told):
    at = next(number for number, row in enumerate(written(folder / "indicators.csv"), 2) if row["id"] == "NLA-LAB-02")
    change(folder / "indicators.csv", "NLA-LAB-02", **fields)
    with pytest.raises(TableError) as refused:
        catalogue(folder)
    assert str(refused.value) == told.replace("line 404", f"line {at}")


@pytest.mark.parametrize("line", ["X-1,unodc,both", "X-1" + ",x" * 12])
def test_it_refuses_a_row_of_another_width(folder, line):
    with (folder / "indicators.csv").open("a", encoding="utf-8") as lines:
        lines.write(line + "\n")
    with pytest.raises(TableError, match="X-1: it has another number of columns"):
        catalogue(folder)


def test_it_refuses_another_header(folder):
    path = folder / "indicators.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("id,list", "name,list", 1), encoding="utf-8")
    with pytest.raises(TableError, match="its columns must be id, list"):
        catalogue(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("sources.toml", 'key = "nla"', 'key = "keerpunt"', "keerpunt: a key must be there, and once"),
        ("sources.toml", 'publisher = "Keerpunt"', 'publisher = ""', "keerpunt: publisher is empty"),
        ("lists.toml", 'en = "School"', 'fr = "Ecole"', "school: "),
        ("combination.toml", 'source = "ilo-ec-2009-rule"', 'source = "hearsay"', "the rule: no source 'hearsay'"),
        ("combination.toml", '["exploitation"],', '["mood"],', "adult: no dimension mood"),
        ("combination.toml", '["medium", "weak"]', '["strong", "weak"]', "strong-and-other: each weight stands"),
        ("combination.toml", "number = 3", "number = 0", "three-medium: each weight stands"),
        ("combination.toml", 'of = ["weak"]', 'of = ["unweighted"]', "two-medium-and-weak: each weight stands"),
    ],
)
def test_it_refuses_a_faulty_table_by_its_name(folder, name, old, new, told):
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(TableError, match=told):
        rule(folder)


def test_the_page_about_indicators_counts_as_the_table_does():
    kinds = Counter((each.list, each.population.value, each.form.value, each.certainty) for each in ROWS)
    keys = dict.fromkeys(key[:3] for key in kinds)
    rows = [(*key, *(kinds[*key, certainty] for certainty in Certainty)) for key in keys]
    lines = [f"| `{name}` | {who} | {form} | {sum(n)} | {' | '.join(map(str, n))} |" for name, who, form, *n in rows]
    text = PAGE.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("| `") and line.count("|") == 8] == lines
    total = Counter(each.certainty for each in ROWS)
    assert (
        f"Of {len(ROWS)} rows, {total['read']} were read in their source, {total['secondary']} at second hand" in text
    )
    assert f"and {total['recalled']} are recalled" in text
