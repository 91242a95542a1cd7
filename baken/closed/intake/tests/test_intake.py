# SPDX-License-Identifier: EUPL-1.2
"""A report from the door to its decision: taken by one, answered, added to, decided on once; by who may, and logged."""

import threading

import pytest
from django.db import connections
from django.urls import reverse

from baken.bridge.replies import NoReceipt
from baken.closed.access.context import working_as
from baken.closed.access.models import Dossier
from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.intake import actions, hatch, reads
from baken.closed.intake.models import Attachment, Decision, Letter, Link, Report
from baken.closed.intake.tests.desk import COLLEAGUE, OFFICER, WORKER
from baken.core.clock import today

FILE = {"name": "verzonnen.jpg", "type": "image/jpeg", "original": b"original", "clean": b"clean"}


def test_what_waits_is_seen_by_who_does_intake_danger_first(door, cast, worker):
    door.report(age="minor")
    calm, danger = door.report(), door.report(danger="yes")
    found = reads.queue()
    first, _child, last = [each.report for each in found.waiting]
    assert (first, last) == (danger, calm)
    assert found.ours
    with working_as(cast.person(*OFFICER)):
        entry = Entry.objects.filter(kind="waiting report").latest("at")
    assert str(danger) in entry.objects_touched
    assert entry.dossier_id is None


@pytest.mark.parametrize(
    "role", ["shelter", "therapist", "legal_support", "police_liaison", "analyst", "manager", "administrator"]
)
def test_nobody_else_sees_or_takes_it(door, cast, role):
    source = door.report()
    with working_as(cast.person(role, "same")):
        if role == "manager":
            assert reads.queue().waiting == []
        else:
            with pytest.raises(Refused):
                reads.queue()
    with working_as(cast.person(role, "same")), pytest.raises(Refused):
        actions.take(source=source)
    assert len(door.lying("letter")) == 1


def test_a_partner_who_does_intake_takes_none(door, cast):
    source = door.report()
    with working_as(cast.person("intake", "none")), pytest.raises(Refused):
        actions.take(source=source)


def test_taking_makes_it_ones_own_and_empties_the_hatch(door, cast):
    source = door.report(FILE, danger="yes")
    with working_as(cast.person(*WORKER)) as acting:
        made = actions.take(source=source)
        assert (made.owner_id, made.due, made.channel) == (acting.user, today(), "web")
        assert made.dossier.kind == Dossier.Kind.REPORT
        (letter,) = Letter.objects.filter(dossier=made.dossier_id)
        assert letter.content["words"] == "Verzonnen verhaal kanarie"
        (file,) = Attachment.objects.filter(dossier=made.dossier_id)
        assert (file.name, file.original, file.stripped) == ("verzonnen.jpg", b"original", b"clean")
    assert door.lying("letter") == []
    assert [row[2] for row in door.lying("report")] == [True]


def test_of_two_who_take_at_once_one_does(door, cast):
    source, done = door.report(), []

    def take(who):
        try:
            with working_as(cast.person(*who)):
                done.append(actions.take(source=source))
        except Exception as error:
            done.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=take, args=[who]) for who in (WORKER, COLLEAGUE)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sum(isinstance(each, Report) for each in done) == 1
    with working_as(cast.person(*WORKER)):
        assert Report.objects.filter(source=source).count() == 1


def test_an_answer_is_for_the_receipt_alone(door, cast):
    source = door.report()
    with working_as(cast.person(*WORKER)):
        made = actions.take(source=source)
        actions.answer(dossier=made.dossier_id, text="Verzonnen antwoord")
    with working_as(cast.person(*OFFICER)):
        entry = Entry.objects.filter(dossier_id=made.dossier_id, activity="share").get()
    assert door.answers(source) == ["Verzonnen antwoord"]
    assert entry.kind == "answer"
    (row,) = door.lying("reply")
    assert not any(b"Verzonnen antwoord" in value for value in row if isinstance(value, bytes))


def test_without_a_receipt_nothing_is_answered_and_nothing_kept(door, cast):
    source = door.report()
    with working_as(cast.person(*WORKER)):
        made = actions.take(source=source)
    gone = ", ".join(f"{each} = NULL" for each in ("public", "until", "locator", "salt", "verifier", "wrapped"))
    door.do(f"UPDATE bridge.report SET {gone}")  # noqa: S608 - names of ours
    with working_as(cast.person(*WORKER)):
        with pytest.raises(NoReceipt):
            actions.answer(dossier=made.dossier_id, text="Verzonnen antwoord")
        assert Letter.objects.filter(dossier=made.dossier_id).count() == 1


def test_what_is_added_comes_to_the_same_report(door, cast):
    source = door.report()
    with working_as(cast.person(*WORKER)):
        made = actions.take(source=source)
    door.add(source, kind="addition", words="Verzonnen aanvulling")
    with working_as(cast.person(*WORKER)):
        assert reads.queue().more == {source}
        assert reads.report(made.dossier_id).more == 1
        assert actions.take_more(dossier=made.dossier_id) == 1
        said = [each.content.get("words") for each in reads.report(made.dossier_id).letters]
    assert sorted(said) == ["Verzonnen aanvulling", "Verzonnen verhaal kanarie"]
    assert door.lying("letter") == []


def test_a_call_is_a_report_like_any_other(door, worker):
    made = actions.record_call(content={"danger": "no", "age": "minor", "words": "Verzonnen gesprek"})
    assert made.channel == "telephone"
    assert reads.report(made.dossier_id).first["words"] == "Verzonnen gesprek"
    actions.plan_step(dossier=made.dossier_id, step="assess", due=today())
    with pytest.raises(Refused):
        actions.plan_step(dossier=made.dossier_id, step="forget", due=today())
    with pytest.raises(Refused):
        actions.answer(dossier=made.dossier_id, text="x")


def queued(dossier):
    """Return the report of a dossier as the queue shows it, or None; others of the cast stand there too."""
    return next((each for each in reads.queue().taken if each.dossier_id == dossier), None)


@pytest.fixture
def taken(door, worker):
    """Provide a report that the worker took."""
    return actions.take(source=door.report()).dossier_id


def test_it_leaves_the_queue_with_a_decision_and_in_no_other_way(taken):
    for step in ("assess", "ask", "call", "decide"):
        actions.plan_step(dossier=taken, step=step, due=today())
        assert queued(taken).step == step
    actions.decide(dossier=taken, decision="advise", words="Verzonnen advies")
    assert queued(taken) is None
    assert reads.report(taken).decisions[0].words == "Verzonnen advies"


@pytest.mark.parametrize(
    ("decision", "reason"), [("assess", ""), ("open_case", ""), ("close", ""), ("advise", "test"), ("no", "")]
)
def test_other_decisions_are_none(taken, decision, reason):
    with pytest.raises(Refused):
        actions.decide(dossier=taken, decision=decision, words="x", reason=reason)
    assert not Decision.objects.filter(dossier=taken).exists()


def test_it_is_decided_once(taken):
    actions.decide(dossier=taken, decision="close", reason="test", words="Verzonnen")
    for again in (
        lambda: actions.decide(dossier=taken, decision="advise", words="x"),
        lambda: actions.open_case(dossier=taken, words="x"),
        lambda: actions.plan_step(dossier=taken, step="ask", due=today()),
    ):
        with pytest.raises(Refused):
            again()
    assert Decision.objects.filter(dossier=taken).count() == 1


def test_a_file_is_opened_from_it_and_knows_it(taken):
    case = actions.open_case(dossier=taken, words="Verzonnen reden")
    assert case.kind == Dossier.Kind.CASE
    assert reads.report(taken).case == case
    assert [each.pk for each in reads.reports_of(case.pk)] == [taken]


def test_many_reports_belong_to_one_file_of_ones_own(door, cast, worker):
    case = actions.open_case(dossier=actions.take(source=door.report()).dossier_id, words="x")
    second = actions.take(source=door.report()).dossier_id
    with pytest.raises(Refused):
        actions.link(dossier=second, case=cast.files["main"], words="x")
    with pytest.raises(Refused):
        actions.link(dossier=second, case=second, words="x")
    assert not Link.objects.filter(dossier=second).exists()
    actions.link(dossier=second, case=case.pk, words="Zelfde verzonnen persoon")
    assert len(reads.reports_of(case.pk)) == 2


def test_a_colleague_sees_that_it_is_there_and_not_what_was_said(door, cast, taken):
    with working_as(cast.person(*COLLEAGUE)):
        assert queued(taken).owner_id == cast.person(*WORKER)
        with pytest.raises(Refused):
            reads.report(taken)
        assert not Letter.objects.filter(dossier=taken).exists()


def test_the_pages_lead_through(door, cast, signed_in):
    source = door.report(FILE, danger="yes", age="minor")
    client = signed_in(cast.person(*WORKER))
    assert "kanarie" not in client.get(reverse("intake")).content.decode()
    page = client.post(reverse("take"), {"source": str(source)}, follow=True)
    assert "kanarie" in page.content.decode()
    dossier = page.resolver_match.kwargs["dossier"]
    file = reads_file(cast, dossier)
    kept = client.get(reverse("attachment", args=[dossier, file, "clean"]))
    assert kept.content == b"clean"
    assert kept["Content-Disposition"] == f'attachment; filename="{file}.jpg"'
    assert client.get(reverse("attachment", args=[dossier, file, "original"])).content == b"original"
    client.post(reverse("answer", args=[dossier]), {"text": "Verzonnen vraag terug"})
    assert door.answers(source) == ["Verzonnen vraag terug"]
    assert client.post(reverse("step", args=[dossier]), {"step": "ask", "due": "2020-01-01"}).status_code == 400
    assert client.post(reverse("decide_report", args=[dossier]), {"decision": "close", "words": "x"}).status_code == 400
    page = client.post(reverse("decide_report", args=[dossier]), {"decision": "open_case", "words": "x"}, follow=True)
    assert page.resolver_match.url_name == "file"
    assert client.get(reverse("decide_report", args=[dossier])).status_code == 404


def reads_file(cast, dossier):
    with working_as(cast.person(*WORKER)):
        return reads.report(dossier).attachments[0].pk


def test_the_queue_says_so_where_the_open_door_is_away(door, cast, signed_in, monkeypatch):
    def away(*words):
        raise hatch.Unreachable

    monkeypatch.setattr(hatch, "waiting", away)
    page = signed_in(cast.person(*WORKER)).get(reverse("intake"))
    assert page.status_code == 200
    assert 'role="alert"' in page.content.decode()


def test_a_report_in_a_further_language_says_so(door, cast, signed_in):
    client = signed_in(cast.person(*WORKER))
    for language, words in (("uk", "Oekraïens"), ("xx", "xx"), ("nl", "")):
        page = client.post(reverse("take"), {"source": str(door.report(language=language))}, follow=True)
        assert page.status_code == 200
        assert (f'<span class="tag">{words}</span>' in page.content.decode()) == bool(words)
