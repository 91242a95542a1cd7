# SPDX-License-Identifier: EUPL-1.2
"""A table of made-up cases: what a row says, and why a row is refused."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.casework.ctdc import cases, table
from baken.closed.casework.ctdc.cells import OLDEST, RowRefused

TODAY = datetime.date(2026, 6, 1)
CHILD = "contradiction: grown up at a child's age, or the other way round"
PLAIN = {"yearRegister": "2019", "gender": "Female", "majorityStatus": "Adult", "isForcedLabour": "1"}


def case(**cells):
    return cases.case({**PLAIN, **cells}, TODAY)


def written(tmp_path, *rows, header="yearRegister,gender,majorityStatus,isForcedLabour,isSexualExploit"):
    path = tmp_path / "made-up.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def test_a_row_is_told_in_words():
    found = case(
        UN_COO_Region="Asia", IP_Gender="Female;Male", IP_ageBroad="30--38;48+", typeOfLabourAgriculture="1",
        IP_RecruiterBroker="1", IP_PayMoney="No", meansOfControlThreats="1.0", CountryOfExploitation="NL",
    )  # fmt: skip
    assert (found.gender, found.nationality, found.said_on) == ("Feminine", "Azië", datetime.date(2019, 1, 1))
    for words in (
        "Er bestaat geen persoon bij dit dossier", "Geregistreerd: 2019.", "registratie: 18 of meer jaar",
        "Soort uitbuiting: dwangarbeid.", "Sector van het werk: landbouw.", "Dwangmiddelen: bedreiging.",
        "Wat de dader deed: werven of bemiddelen.", "Geslacht van de dader: vrouw, man.",
        "Plaats van de uitbuiting: Nederland.",
        "Leeftijd van de dader: 30 tot en met 38 jaar, 48 of meer jaar.", "Betaalde zij de dader: nee.",
    ):  # fmt: skip
        assert words in found.note
    assert "uitbuiting:  " not in found.note
    assert case(citizenship="PH").nationality == "Filipijnen"


@pytest.mark.parametrize("nothing", ["", "-99", "-99.0", " ", "unknown"])
def test_what_is_not_known_stays_so(nothing):
    found = cases.case(dict.fromkeys(PLAIN, nothing) | {"isSexualExploit": "0", "citizenship": "0"}, TODAY)
    assert (found.gender, found.nationality, found.said_on) == ("NonSpecifiedUnknown", "", None)
    assert (found.least, found.most) == (None, None)
    assert "Soort uitbuiting" not in found.note


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"gender": "Q"}, "unknown code in gender"),
        ({"citizenship": "QQ"}, "unknown code in citizenship"),
        ({"citizenship": "UN"}, "unknown code in citizenship"),
        ({"IP_Relation": "FriendAcquaintance;Boss"}, "unknown code in IP_Relation"),
        ({"majorityStatus": "Grown"}, "unknown code in majorityStatus"),
        ({"isForcedLabour": "<5"}, "unreadable number in isForcedLabour"),
        ({"isForcedLabour": "2"}, "unreadable number in isForcedLabour"),
        ({"ageBroad": "<5"}, "unreadable number in ageBroad"),
        ({"ageBroad": "17--9"}, "impossible range in ageBroad"),
        ({"ageBroad": "121"}, "impossible age in ageBroad"),
        ({"ageBroad": "9--130"}, "impossible age in ageBroad"),
        ({"yearRegister": "MMXIX"}, "unreadable year in yearRegister"),
        ({"yearRegister": "2027"}, "impossible year in yearRegister"),
        ({"yearRegister": "2018-2014"}, "impossible year in yearRegister"),
        ({"ageBroad": "9--17"}, CHILD),
        ({"ageBroad": "48+", "majorityStatus": "Minor"}, CHILD),
        ({"isSexualExploit": "0", "typeOfSexPornography": "1"}, "contradiction: a sector though isSexualExploit is 0"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_is_refused_and_says_why(cells, reason):
    with pytest.raises(RowRefused) as refusal:
        case(**cells)
    assert str(refusal.value) == reason


@given(
    st.dates(datetime.date(1931, 1, 1), TODAY), st.dates(datetime.date(1990, 1, 1), TODAY),
    st.integers(0, 5), st.integers(0, 5), st.integers(0, 5),
)  # fmt: skip
def test_whoever_had_this_age_then_has_one_of_these_now(born, registered, younger, older, years):
    age = cases.years_between(born, registered)
    if not 0 <= age <= OLDEST - older:
        return
    last = min(registered.year + years, TODAY.year)
    found = case(
        yearRegister=f"{registered.year}-{last}", ageBroad=f"{max(0, age - younger)}--{age + older}", majorityStatus=""
    )
    assert found.least <= cases.years_between(born, TODAY) <= found.most


def test_it_counts_rows_and_tells_the_first_lines_of_each_reason(tmp_path):
    rows = ["2019,Female,Adult,1,", "2019,Q,Adult,1,", ",,,,", "2019,Female,Adult,1", "2019,Female,Adult,1,"]
    found = table.read(written(tmp_path, *rows, *["2019,X,Adult,1,"] * 7), TODAY)
    assert (found.rows, len(found.readings)) == (12, 2)
    assert found.refused["unknown code in gender"] == [3, 7, 8, 9, 10, 11, 12, 13]
    assert found.refused["nothing in the row"] == [4]
    assert found.refused["more or fewer cells than the first line"] == [5]


def test_rows_alike_are_different_people_wherever_they_stand(tmp_path):
    agency, same = table._NAMESPACE, "2019,Female,Adult,1,"
    first = table.read(written(tmp_path, same, "2020,Male,Adult,1,", same), TODAY).readings
    turned = table.read(written(tmp_path, same, same, same, "2020,Male,Adult,1,"), TODAY).readings
    keys = {each.key(agency) for each in first}
    assert len(keys) == 3
    assert keys < {each.key(agency) for each in turned}
    assert first[0].key(agency) != first[0].key(table.uuid.NAMESPACE_DNS)


@pytest.mark.parametrize(
    ("header", "row", "reason"),
    [
        ("a,b", "1,2", "no column yearRegister or yearOfRegistration and gender"),
        ("gender,gender,yearRegister", "x,y,z", "a column stands there twice"),
        ("gender,yearRegister", '"Female,2019', "line 2"),
    ],
)
def test_what_is_no_table_is_refused_whole(tmp_path, header, row, reason):
    with pytest.raises(table.TableRefused, match=reason):
        table.read(written(tmp_path, row, header=header), TODAY)


def test_it_reads_semicolons_a_mark_at_the_start_and_names_what_it_does_not_use(tmp_path):
    path = written(tmp_path, "2019;Female;?", header="\ufeffyearRegister;gender;shoeSize")
    found = table.read(path, TODAY)
    assert (len(found.readings), found.unused) == (1, ["shoeSize"])
    path.write_bytes(b"yearRegister,gender\n2019,\xff\n")
    with pytest.raises(table.TableRefused, match="not UTF-8"):
        table.read(path, TODAY)
