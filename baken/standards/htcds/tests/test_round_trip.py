# SPDX-License-Identifier: EUPL-1.2
"""What is written is read back: no record lost, none changed, in any format; and who judges agrees."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.standards.htcds.fields import LISTS, fields, outside
from baken.standards.htcds.making import HARD, records
from baken.standards.htcds.reading import SUFFIXES, read
from baken.standards.htcds.records import is_blank, whole
from baken.standards.htcds.validating.verdict import judge
from baken.standards.htcds.writing import write

FORMATS = pytest.mark.parametrize("suffix", SUFFIXES)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
KINDS = {
    "Date": st.dates().map(str),
    "Number": st.decimals(-(10**6), 10**6, places=3).map(str),
    "Geolocation": st.decimals(-180, 180, places=6).map(str),
    "Checkbox": st.sampled_from(["true", "false"]),
}


def of(field):
    """Return what a field may hold."""
    if field.open:
        one = st.one_of(st.sampled_from(field.codes), TEXT.filter(bool))
    elif field.codes:
        one = st.sampled_from(field.codes)
    elif field.values == "phone":
        one = st.from_regex(r"\+?[1-9][0-9]{1,14}", fullmatch=True)
    elif field.values:
        one = st.sampled_from(sorted(outside()[LISTS[field.values][-1]]))
    else:
        one = KINDS.get(field.type, TEXT)
    return st.one_of(st.none(), st.lists(one, max_size=4, unique=True) if field.multi else st.one_of(st.just(""), one))


# Some fields of each record: all of them take long to draw, and whoever makes records up fills them all.
SOME = st.lists(st.sampled_from(list(fields())), min_size=1, max_size=6, unique=True)
RECORD = SOME.flatmap(lambda names: st.fixed_dictionaries({name: of(fields()[name]) for name in names}))
RECORDS = st.lists(RECORD.map(whole).filter(lambda told: not is_blank(told)), max_size=3)


def carried(told, path):
    assert write(told, path) == len(told)
    found = read(path)
    assert found.refusals == []
    assert found.rows == len(told)
    assert found.records == told
    verdict = judge(path)
    assert (verdict.records, verdict.violations) == (len(told), [])


@FORMATS
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(told=RECORDS)
def test_any_record_comes_back(suffix, tmp_path, told):
    carried(told, tmp_path / f"cases{suffix}")


@FORMATS
def test_three_hundred_hard_records_come_back(suffix, tmp_path):
    carried(list(records(300)), tmp_path / f"cases{suffix}")


@FORMATS
@pytest.mark.long
def test_ten_thousand_hard_records_come_back(suffix, tmp_path):
    carried(list(records(10_000)), tmp_path / f"cases{suffix}")


@FORMATS
def test_no_record_at_all_is_an_export_too(suffix, tmp_path):
    carried([], tmp_path / f"cases{suffix}")


@FORMATS
def test_a_row_that_ends_in_what_nobody_asked_comes_back(suffix, tmp_path):
    carried([dict.fromkeys(fields(), None) | {"org_Name": ""}], tmp_path / f"cases{suffix}")


@pytest.mark.parametrize("suffix", [".csv", ".json"])
def test_the_longest_values_come_back(suffix, tmp_path):
    codes = [";" * 24_999, "\\" * 24_998]
    told = whole({"prs_Title": '"' * 100_000, "cas_ReasonForCaseClosure": "=" * 100_000})
    carried([told | {"vic_RecruitmentWebsitesAndApps": codes}], tmp_path / f"cases{suffix}")


def test_what_is_made_up_is_hard():
    told = list(records(300))
    texts = [value for record in told for value in record.values() if isinstance(value, str)]
    assert {hard for hard in HARD if any(hard in text for text in texts)} == set(HARD)
    assert all(any(record[name] is None for record in told) for name in fields() if name != "prs_FirstName")
    assert all(any(record[name] in ("", []) for record in told) for name in fields() if name != "prs_FirstName")
    assert max(len(record["vic_MethodsOfControl"] or ()) for record in told) > 10
    assert told == list(records(300))
    assert told != list(records(300, seed=2))
