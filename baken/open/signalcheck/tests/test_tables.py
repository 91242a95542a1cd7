# SPDX-License-Identifier: EUPL-1.2
"""The tables of signs and of places as they stand, and what a faulty row is told."""

import re
from datetime import date

import pytest

from baken.indicators import places
from baken.indicators.combining import LIST
from baken.indicators.reading import TableError, catalogue
from baken.open.signalcheck import signs

TABLE = signs.signs()
# A sign tells what happens to a person, never where she comes from, what she believes or how she looks.
ORIGIN = re.compile(
    r"nationaliteit|nationality|herkomst|origin|\bland\b|countr|\btaal\b|language|geloof|relig|huid|skin|kleding|cloth"
    r"|vreemdeling|foreign|buitenland|abroad|illega|uiterlijk"
)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_asks_about_every_sign_in_both_languages_and_briefly(language):
    texts = [getattr(each, language) for each in TABLE.signs]
    assert len(set(texts)) == len(texts) == 57
    assert [text for text in texts if len(text) > 80 or text.endswith(".") or not text[0].isupper()] == []


def test_it_asks_about_nobodys_origin():
    assert [each.key for each in TABLE.signs if ORIGIN.search(f"{each.nl} {each.en}".lower())] == []
    known = catalogue().indicators
    assert all(ORIGIN.search(known[name].nl.lower()) for name in ("UN-GEN-15", "UN-SEX-14", "UN-SEX-08"))


def test_it_asks_about_everything_that_was_read_or_says_why_not():
    used = {one.id for each in TABLE.signs for one in each.on}
    read = {each.id for each in catalogue().indicators.values() if each.is_read}
    assert read - used == set(TABLE.left_out)
    assert all(len(why) > 20 for why in TABLE.left_out.values())


def test_it_uses_every_heading():
    assert {each.group for each in TABLE.signs} == set(TABLE.groups)


def test_it_takes_no_weight_over():
    """The lists of 2009 only widen whom a sign can be about; what they weigh is for whoever assesses."""
    alone = [each.key for each in TABLE.signs if all(one.list == LIST for one in each.on)]
    assert alone == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('group = "sex"', 'group = "moods"', "no group 'moods'"),
        ('"NL-IPM-01"', '"NL-IPM-99"', "forced-sex: no indicator NL-IPM-99"),
        ('on = ["NL-IPM-01"]', "on = []", "forced-sex: stands on no indicator"),
        ('key = "bought"', 'key = "forced-sex"', "forced-sex: a key must be there, and once"),
        ('en = "Is forced to have sex"', 'en = ""', "forced-sex: en is empty"),
        ('"NL-SEKS-03"', '"NL-SEKS-99"', "left out: no indicator NL-SEKS-99"),
    ],
)
def test_it_refuses_a_faulty_sign_by_its_name(tmp_path, old, new, told):
    text = signs.TABLE.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "signs.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(TableError, match=re.escape(told)):
        signs.signs(tmp_path / "signs.toml")


def test_it_says_of_every_place_where_the_number_stood_and_when():
    rows = places.places()
    assert [each.key for each in rows] == [
        "emergency", "veilig-thuis", "labour-inspectorate", "police", "comensha", "meld-misdaad-anoniem"
    ]  # fmt: skip
    for each in rows:
        assert each.site.startswith("https://")
        assert min(map(len, (each.source_nl, each.source_en, each.nl, each.en, each.name_nl, each.name_en))) > 5
        assert date(2026, 11, 1) <= each.read <= date(2100, 1, 1)
        assert each.dial.isdigit()
        assert each.since < each.until


def test_it_calls_confirmed_only_what_needs_no_confirming():
    assert [each.phone for each in places.places() if not each.verify] == ["112"]


def test_it_has_the_five_steps_of_the_code_and_their_source():
    code = places.code()
    assert len(code.steps) == 5
    assert "BWBR0033723" in code.source_nl
    assert code.verify


def test_it_refuses_a_place_without_a_source(tmp_path):
    text = places.TABLE.read_text(encoding="utf-8")
    faulty = text.replace('source_nl = "Wegwijzer mensenhandel, CoMensha"\n', "", 1)
    assert faulty != text
    (tmp_path / "places.toml").write_text(faulty, encoding="utf-8")
    with pytest.raises(TableError, match=r"comensha: .*source_nl"):
        places.places(tmp_path / "places.toml")


def test_a_number_is_dated(tmp_path):
    text = places.TABLE.read_text(encoding="utf-8")
    dated = text.replace('phone = "0800-7000"', 'phone = "0800-7000"\nfrom = 2020-01-10\nuntil = 2027-02-01', 1)
    (tmp_path / "places.toml").write_text(dated, encoding="utf-8")
    place = places.places(tmp_path / "places.toml")[-1]
    days = [date(2020, 1, 9), date(2020, 1, 10), date(2027, 1, 31), date(2027, 2, 1)]
    assert [place.holds(day) for day in days] == [False, True, True, False]
