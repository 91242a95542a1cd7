# SPDX-License-Identifier: EUPL-1.2
"""Storing: once, never less than is known, a file whole or not at all, in any order."""

import datetime
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from baken.open.sources import actions
from baken.open.sources.importers import bibtex, bwb, ecli, jsonl
from baken.open.sources.importers.records import ExpressionRecord, ProvisionRecord, PublicationRecord, WorkRecord
from baken.open.sources.models import Entry, Expression, Provision, Reference, Renumbering, Ruling, Wording, Work
from baken.open.sources.tests import samples
from baken.open.sources.tests.folders import import_files

pytestmark = pytest.mark.django_db


def writes(context):
    return [each["sql"] for each in context.captured_queries if each["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def state(year, **texts):
    parts = tuple(
        ProvisionRecord(f"artikel/{number}", "artikel", number, 0, f"Artikel {number}", f"<p>{text}</p>", text)
        for number, text in texts.items()
    )
    return ExpressionRecord("nl", f"Titel {year}", datetime.date(year, 1, 1), provisions=parts)


def record(*states, **more):
    return WorkRecord("bwb", "BWBR9999999", "legislation", **{"title": "Verzonnen", **more}, expressions=states)


@pytest.mark.parametrize(
    ("reader", "name", "data"),
    [
        (bwb, "a.xml", samples.law()),
        (bwb, "v.xml", samples.TREATY),
        (ecli, "a.xml", samples.JUDGMENT),
        (ecli, "a.atom", samples.ATOM),
        (bibtex, "a.bib", samples.BIBTEX.encode()),
        (jsonl, "a.jsonl", samples.JSONL),
    ],
)
def test_it_changes_nothing_the_second_time(tmp_path, reader, name, data):
    (tmp_path / name).write_bytes(data)
    first = import_files(reader, [tmp_path])
    with CaptureQueriesContext(connection) as again:
        second = import_files(reader, [tmp_path])
    assert first.outcome.counts["works", "new"] == Work.objects.count() > 0
    assert writes(again) == []
    assert {how for (_, how), count in second.outcome.counts.items() if count} == {"same"}


def test_it_stores_nothing_of_a_file_with_one_bad_part_and_goes_on(tmp_path):
    (tmp_path / "1-bad.jsonl").write_bytes(samples.JSONL + b'{"id": "other", "lang": "nl"}')
    (tmp_path / "2-good.jsonl").write_bytes(samples.JSONL)
    seen = []
    summary = import_files(jsonl, [tmp_path], on_file=seen.append)
    assert [(path.name, "line 4" in why) for path, why in summary.refused] == [("1-bad.jsonl", True)]
    assert [result.path.name for result in seen] == ["1-bad.jsonl", "2-good.jsonl"]
    assert list(Work.objects.values_list("identifier", flat=True)) == ["made-up#1"]
    assert Expression.objects.get(language="nl").read_from == "2-good.jsonl"


def test_it_leaves_nothing_behind_of_a_refused_file(tmp_path):
    (tmp_path / "bad.jsonl").write_bytes(samples.JSONL + b"{")
    import_files(jsonl, [tmp_path])
    for model in (Work, Expression, Provision, Wording, Entry, Reference, Ruling):
        assert not model.objects.exists()


def test_it_keeps_a_text_once_however_many_states_share_it():
    actions.store(record=record(state(2001, a="Zelfde.", b="Een."), state(2002, a="Zelfde.", b="Twee.")), read_from="x")
    assert (Provision.objects.count(), Wording.objects.count(), Entry.objects.count()) == (2, 3, 4)


def test_it_takes_states_in_any_order_and_the_newest_names_the_work():
    actions.store(record=record(state(2005, a="Nieuw."), title="Nieuwe naam"), read_from="2005.xml")
    actions.store(record=record(state(2001, a="Oud."), title="Oude naam", short_title="VW"), read_from="2001.xml")
    work = Work.objects.get()
    assert (work.title, work.short_title) == ("Nieuwe naam", "VW")
    assert list(work.expressions.order_by("in_force_from").values_list("title", flat=True)) == [
        "Titel 2001",
        "Titel 2005",
    ]


def test_it_never_lets_empty_overwrite_known():
    actions.store(record=record(publisher="Uitgever"), read_from="a")
    actions.store(record=record(title="Andere naam"), read_from="b")
    work = Work.objects.get()
    assert (work.title, work.publisher) == ("Andere naam", "Uitgever")


def test_it_lets_two_records_of_one_publication_settle():
    one = WorkRecord("doi", "10.9999/x", "publication", "Een", publication=PublicationRecord("book", year=2030))
    two = replace(one, title="Twee", publication=PublicationRecord("book", year=2031))
    for each in (one, two):
        actions.store(record=each, read_from="x.ris")
    with CaptureQueriesContext(connection) as again:
        for each in (one, two):
            actions.store(record=each, read_from="x.ris")
    assert writes(again) == []
    assert Work.objects.get().title == "Twee"


def test_it_keeps_a_judgment_when_a_search_page_tells_less(tmp_path):
    for name, data in (("1.xml", samples.JUDGMENT), ("2.atom", samples.ATOM)):
        (tmp_path / name).write_bytes(data)
    import_files(ecli, [tmp_path])
    ruling = Ruling.objects.get(work__identifier="ECLI:NL:RBVERZ:2031:1")
    assert ruling.summary == "Kort."
    assert "Feiten" in ruling.text


def test_it_lets_a_corrected_file_replace_its_own_text_only():
    actions.store(record=record(state(2001, a="Fout.", weg="Hoort hier niet.")), read_from="a.xml")
    other = actions.store(record=record(state(2001, a="Anders.")), read_from="b.xml")
    assert other.notes == ["bwb/BWBR9999999: this text is here already from a.xml, which is kept"]
    assert Wording.objects.filter(text="Fout.").exists()
    actions.store(record=record(state(2001, a="Goed.")), read_from="a.xml")
    assert list(Wording.objects.values_list("text", flat=True)) == ["Goed."]
    assert list(Provision.objects.values_list("path", flat=True)) == ["artikel/a"]


def test_it_lets_the_markup_follow_where_the_words_stay():
    actions.store(record=record(state(2001, a="Zelfde.")), read_from="a.xml")
    there = state(2001, a="Zelfde.")
    (part,) = there.provisions
    linked = replace(there, provisions=(replace(part, html="<p><b>Zelfde.</b></p>"),))
    outcome = actions.store(record=record(linked), read_from="a.xml")
    assert Wording.objects.get().html == "<p><b>Zelfde.</b></p>"
    assert outcome.counts["provisions", "changed"] == 0


def test_it_counts_what_was_new_changed_and_the_same():
    actions.store(record=record(state(2001, a="Een.", b="Een.")), read_from="a")
    counts = actions.store(record=record(state(2002, a="Een.", b="Twee.", c="Drie.")), read_from="b").counts
    assert [counts["provisions", how] for how in ("new", "changed", "same")] == [1, 1, 1]
    assert (counts["works", "changed"], counts["expressions", "new"]) == (1, 1)


def test_it_refuses_what_the_database_cannot_keep(tmp_path):
    (tmp_path / "a.xml").write_bytes(samples.law())

    class Reader:
        SUFFIXES = bwb.SUFFIXES

        @staticmethod
        def read(data, file):
            yield record(short_title="x" * 500)

    summary = import_files(Reader, [tmp_path])
    assert "cannot be kept" in summary.refused[0][1]
    assert not Work.objects.exists()


def test_it_infers_renumberings_after_an_import(tmp_path):
    text = " ".join(f"woord{number}" for number in range(40))
    for year, number in ((2001, "1"), (2002, "1a")):
        data = samples.law(samples.article(number, f"<al>{text}</al>"), since=f"{year}-01-01")
        (tmp_path / f"{year}.xml").write_bytes(data)
    assert import_files(bwb, [tmp_path]).renumberings == 1
    found = Renumbering.objects.get()
    assert (found.earlier.path, found.later.path, found.on) == ("artikel/1", "artikel/1a", datetime.date(2002, 1, 1))
