# SPDX-License-Identifier: EUPL-1.2
"""A made-up act through three states: article 5 is reworded, then goes on as article 5a, and comes back elsewhere."""

import datetime

import pytest

from baken.open.sources import reads
from baken.open.sources.actions import store
from baken.open.sources.importers.records import ExpressionRecord, ProvisionRecord, ReferenceRecord, WorkRecord
from baken.open.sources.models import Expression

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = (datetime.date(year, 1, 1) for year in (2001, 2005, 2009))


def article(number, text):
    return ProvisionRecord(
        f"artikel/{number}", "artikel", number, 1, heading=f"Artikel {number}", html=f"<p>{text}</p>", text=text
    )


CHAPTER = ProvisionRecord("hoofdstuk/1", "hoofdstuk", "1", 0, heading="Hoofdstuk 1")


def state(on, *articles, language="nl"):
    return ExpressionRecord(language, "Verzonnen wet", in_force_from=on, provisions=(CHAPTER, *articles))


@pytest.fixture
def act():
    states = (
        state(FIRST, article("4", "Blijft gelijk."), article("5", "Eerste tekst van vijf.")),
        state(SECOND, article("4", "Blijft gelijk."), article("5", "Tweede tekst van vijf.")),
        state(THIRD, article("4", "Blijft gelijk.")),
    )
    record = WorkRecord("bwb", "BWBR9999999", "legislation", "Verzonnen wet", language="nl", expressions=states)
    store(record=record, read_from="verzonnen.xml")
    return reads.find("bwb", "BWBR9999999")[0]


def wording(act, on, path="artikel/5"):
    expression = reads.expression_on(act, "nl", on)
    place = reads.entry(expression, path)
    return place and place.wording.text


@pytest.mark.parametrize(
    ("on", "text"),
    [
        (FIRST, "Eerste tekst van vijf."),
        (SECOND - datetime.timedelta(days=1), "Eerste tekst van vijf."),
        (SECOND, "Tweede tekst van vijf."),
        (THIRD, None),
        (datetime.date(2026, 1, 1), None),
    ],
)
def test_it_reads_a_provision_as_it_stood_on_a_day(act, on, text):
    assert wording(act, on) == text


def test_it_knows_no_text_before_the_first_state(act):
    assert reads.expression_on(act, "nl", FIRST - datetime.timedelta(days=1)) is None


def test_it_tells_a_provision_through_time(act):
    five = act.provisions.get(path="artikel/5")
    assert [(p.since, p.until) for p in reads.history(five, "nl")] == [(FIRST, SECOND), (SECOND, THIRD)]
    four = act.provisions.get(path="artikel/4")
    assert [(p.since, p.until) for p in reads.history(four, "nl")] == [(FIRST, None)]


def test_it_finds_work_and_path_by_the_longest_identifier():
    for identifier in ("10.9999/a", "10.9999/a/b"):
        store(record=WorkRecord("doi", identifier, "publication", f"Verzonnen {identifier}"), read_from="x")
    work, path = reads.find("doi", "10.9999/a/b/artikel/1")
    assert (work.identifier, path) == ("10.9999/a/b", "artikel/1")
    assert reads.find("doi", "10.9999/zzz") is None


def test_it_shows_where_a_provision_stands(act):
    expression = Expression.objects.get(work=act, in_force_from=FIRST)
    place = reads.entry(expression, "artikel/4")
    assert [each.provision.path for each in reads.above(place)] == ["hoofdstuk/1"]
    assert [each.provision.path for each in reads.inside(reads.entry(expression, "hoofdstuk/1"))] == [
        "artikel/4",
        "artikel/5",
    ]
    before, after = reads.beside(place)
    assert before is None
    assert after.provision.path == "artikel/5"


def test_it_lists_what_names_a_provision(act):
    ruling = WorkRecord(
        "ecli", "ECLI:NL:XX:2010:1", "ruling", "Verzonnen uitspraak",
        references=(ReferenceRecord("bwb/BWBR9999999", "artikel/5", "cites"), ReferenceRecord("bwb/BWBR9999999")),
    )  # fmt: skip
    store(record=ruling, read_from="x")
    assert reads.citing_works(act).count() == 2
    assert reads.citing_works(act, "artikel/5").get().work.identifier == "ECLI:NL:XX:2010:1"


def test_it_offers_the_authentic_language_first():
    texts = (
        ExpressionRecord("nl", "Verzonnen verdrag", authentic=False),
        ExpressionRecord("en", "Invented treaty", authentic=True),
    )
    store(record=WorkRecord("bwb", "BWBV9999999", "treaty", "Verzonnen verdrag", expressions=texts), read_from="x")
    assert reads.languages(reads.find("bwb", "BWBV9999999")[0]) == ["en", "nl"]
