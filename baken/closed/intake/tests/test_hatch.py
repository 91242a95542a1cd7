# SPDX-License-Identifier: EUPL-1.2
"""Whatever lies in the hatch, by accident or from a hostile open door: the queue stands and no report is lost."""

from uuid import uuid4

import pytest
from django.urls import reverse

from baken.closed.access.context import working_as
from baken.closed.access.rules import Refused
from baken.closed.intake import actions, hatch, reads
from baken.closed.intake.tests.desk import COLLEAGUE, WORKER

ODD = [
    [], 1, "tekst", None, {"kind": []}, {"kind": "answer", "words": "x"}, {"kind": "file"},
    {"kind": "report", "danger": []},
    {"kind": "report", "words": 5, "age": {"x": 1}}, {"base64": 5}, {"kind": "file", "name": 1, "type": "x"},
]  # fmt: skip


@pytest.mark.parametrize("content", ODD, ids=repr)
def test_whatever_a_letter_says_the_queue_stands_and_it_is_taken(door, cast, signed_in, content):
    source = door.report()
    door.do("DELETE FROM bridge.letter")
    door.write(source, content)
    client = signed_in(cast.person(*WORKER))
    assert client.get(reverse("intake")).status_code == 200
    page = client.post(reverse("take"), {"source": str(source)}, follow=True)
    assert page.resolver_match.url_name == "report"
    assert page.status_code == 200


def test_halves_of_characters_and_nul_are_made_fit_to_be_kept(door, worker):
    made = actions.take(source=door.report(words="a\ud800b\0c"))
    assert reads.report(made.dossier_id).first["words"] == "a?bc"


def test_what_could_not_leave_the_hatch_stands_in_nobodys_way(door, cast, monkeypatch):
    source = door.report()
    with monkeypatch.context() as away:
        away.setattr("baken.closed.intake.actions.reports.remove", lambda *words, **rest: None)
        with working_as(cast.person(*WORKER)):
            made = actions.take(source=source)
    door.add(source, kind="addition", words="Verzonnen aanvulling")
    with working_as(cast.person(*WORKER)):
        actions.take_more(dossier=made.dossier_id)
        assert len(reads.report(made.dossier_id).letters) == 2
    assert door.lying("letter") == []


def test_an_answer_is_sealed_to_the_key_that_she_sent_and_not_to_one_that_stands_there_now(door, cast):
    source = door.report()
    with working_as(cast.person(*WORKER)):
        made = actions.take(source=source)
    door.do("UPDATE bridge.report SET public = %s", b"x" * 32)
    with working_as(cast.person(*WORKER)):
        actions.answer(dossier=made.dossier_id, text="Verzonnen antwoord")
    assert door.answers(source) == ["Verzonnen antwoord"]


def test_a_second_report_in_the_same_place_is_an_addition(door, worker):
    source = door.report(danger="yes")
    door.add(source, kind="report", danger="no", words="Verzonnen ander")
    made = actions.take(source=source)
    kinds = sorted(each.content["kind"] for each in reads.report(made.dossier_id).letters)
    assert kinds == ["addition", "report"]


def test_a_letter_in_anothers_place_does_not_open(door, worker):
    one, other = door.report(words="een"), door.report(words="ander")
    swap = (
        "UPDATE bridge.letter a SET sealed = b.sealed FROM bridge.letter b WHERE a.report_id = %s AND b.report_id = %s"
    )
    door.do(swap, one, other)
    found = {each.report: each.content for each in reads.queue().waiting}
    assert found[one] is None
    assert found[other]["words"] == "ander"


def test_a_letter_that_does_not_open_is_still_a_report(door, worker):
    source = door.report()
    door.do("UPDATE bridge.letter SET sealed = 'nonsense'")
    (waiting,) = reads.queue().waiting
    assert waiting.content is None
    made = actions.take(source=source)
    assert reads.report(made.dossier_id).letters[0].content == {"kind": "unreadable"}


def test_a_key_that_is_not_ours_is_noticed(door, worker):
    door.do("INSERT INTO bridge.recipient (id, public, since) VALUES (%s, 'x', now())", uuid4())
    assert not reads.queue().ours


def test_what_was_taken_and_did_not_leave_is_not_shown_or_taken_twice(door, cast, monkeypatch):
    source = door.report()
    monkeypatch.setattr("baken.closed.intake.actions.reports.remove", lambda *words, **rest: None)
    with working_as(cast.person(*WORKER)):
        actions.take(source=source)
    assert len(door.lying("letter")) == 1
    with working_as(cast.person(*COLLEAGUE)):
        assert reads.queue().waiting == []
        with pytest.raises(Refused):
            actions.take(source=source)


def test_what_was_taken_and_whose_receipt_ended_is_cleared_away(door, cast):
    with working_as(cast.person(*WORKER)):
        for source in (kept := door.report(), door.report()):
            actions.take(source=source)
    gone = ", ".join(f"{each} = NULL" for each in ("public", "until", "locator", "salt", "verifier", "wrapped"))
    door.do(f"UPDATE bridge.report SET {gone} WHERE id <> %s", kept)  # noqa: S608 - names of ours
    waiting = door.report()
    hatch.announce()
    assert {row[0] for row in door.lying("report")} == {kept, waiting}
