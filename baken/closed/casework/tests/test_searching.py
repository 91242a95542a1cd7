# SPDX-License-Identifier: EUPL-1.2
"""A worker finds her own files by what she may read in them, and the log holds that she searched and not for what."""

import re

import pytest
from django.urls import reverse

from baken.closed.access.actions import open_dossier
from baken.closed.access.context import working_as
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.audit.models import Entry
from baken.closed.casework import actions
from baken.closed.casework.searching import reads
from baken.core import clock
from tests.cast import canary

LEAD, OFFICER = ("case_manager", "team"), ("privacy_officer", "same")
# By which unique texts of the file each of its team finds it; nobody by where she hides.
FINDS = {
    "intake": {"name", "guardian", "relative", "notes", "decisions"},
    "case_manager": {"name", "guardian", "relative", "notes", "legal", "health", "decisions"},
    "shelter": {"name", "guardian", "relative"},
    "therapist": {"name", "guardian", "relative", "notes", "health", "decisions"},
    "legal_support": {"name", "guardian", "relative", "notes", "legal", "decisions"},
    "police_liaison": set(), "analyst": set(), "privacy_officer": set(), "manager": set(), "administrator": set(),
}  # fmt: skip


def found(asked):
    return [each.dossier.pk for each in reads.search(asked).found]


@pytest.mark.parametrize("role", FINDS)
def test_it_finds_by_what_may_be_read_alone(cast, role):
    with working_as(cast.person(role, "team")):
        names = {"name", "guardian", "relative", "notes", "legal", "health", "decisions", "whereabouts"}
        assert {name for name in names if found(canary(name))} == FINDS[role]


@pytest.mark.parametrize("relation", ["none", "same", "ex_team", "consent", "glass", "post_ended", "team_later"])
def test_who_is_not_on_the_team_finds_nothing(cast, relation):
    with working_as(cast.person("case_manager", relation)):
        assert reads.search("kanarie").found == []


def test_all_words_stand_in_one_file_and_in_any_of_its_places(cast):
    with working_as(cast.person(*LEAD)):
        dossier = cast.files["main"]
        actions.write_identity(dossier=dossier, name="Zoë Verzonnen")
        actions.add_note(dossier=dossier, part=Part.NOTES, text="Zij belde over haar paspoort.")
        other = open_dossier(agency=cast.rows["agency"]).pk
        actions.add_note(dossier=other, part=Part.NOTES, text="Paspoort verloren.")
        assert found("zoe PASPOORT") == [dossier]
        assert set(found("paspoort")) == {dossier, other}
        assert found("zoe verloren") == []


def test_it_finds_by_number_and_shows_where(cast):
    with working_as(cast.person(*LEAD)):
        made = open_dossier(agency=cast.rows["agency"])
        (only,) = reads.search(made.number).found
    assert only.dossier.pk == made.pk
    assert [piece.text for place in only.places for piece in place.pieces if piece.is_hit] == [made.number]


def test_it_says_that_there_are_more_files_than_it_searched(cast, monkeypatch):
    monkeypatch.setattr(reads, "MOST_FILES", 1)
    with working_as(cast.person(*LEAD)):
        made = open_dossier(agency=cast.rows["agency"])
        for each in (cast.files["main"], made.pk):
            actions.add_note(dossier=each, part=Part.NOTES, text="Verzonnen in twee dossiers.")
        results = reads.search("twee dossiers")
    assert (results.searched, results.more) == (1, True)
    assert [each.dossier.pk for each in results.found] == [made.pk]


def test_closed_files_are_searched_where_that_is_asked(cast, signed_in):
    with working_as(cast.person(*LEAD)):
        Dossier.objects.filter(pk=cast.files["main"]).update(closed_at=clock.now())
        assert found("kanarie-notes") == []
        assert [each.dossier.pk for each in reads.search("kanarie-notes", closed=True).found] == [cast.files["main"]]
    client, page = signed_in(cast.person(*LEAD)), reverse("search")
    (offered,) = re.findall(
        r"<button[^>]*name=\"closed\"[^>]*>", client.post(page, {"words": "kanarie"}).content.decode()
    )
    assert 'form="search"' in offered
    answer = client.post(page, {"words": "KANARIE-NOTES", "closed": "on"})
    assert "<mark>kanarie-notes</mark>" in answer.content.decode()
    assert 'name="closed" value="on"' not in answer.content.decode()


def test_it_is_logged_once_with_what_was_found_and_without_the_words(cast):
    with working_as(cast.person(*LEAD)):
        reads.search("kanarie-notes")
        reads.search("nergens")
    with working_as(cast.person(*OFFICER)):
        hit, miss = Entry.objects.filter(activity="search").order_by("at")
    assert (hit.objects_touched, hit.facts) == ([str(cast.files["main"])], {"files": "1"})
    assert (miss.objects_touched, miss.facts) == ([], {"files": "1"})
    assert "kanarie" not in repr(vars(hit))


def test_the_person_is_told_that_her_file_was_found(cast):
    from baken.closed.access.reads import told  # noqa: PLC0415 - of another room

    with working_as(cast.person(*LEAD)):
        reads.search("kanarie-notes")
        assert "search" in {each.activity for each in told(cast.files["main"])}


def test_who_has_no_files_leaves_a_trace_too(cast):
    with working_as(cast.person("case_manager", "none")):
        assert reads.search("verzonnen").searched == 0
    with working_as(cast.person("privacy_officer", "none")):
        assert Entry.objects.filter(activity="search").count() == 1


def test_the_page_marks_words_and_puts_none_in_an_address(cast, signed_in):
    client, page = signed_in(cast.person(*LEAD)), reverse("search")
    answer = client.post(page, {"words": "KANARIE-NOTES"})
    assert "<mark>kanarie-notes</mark>" in answer.content.decode()
    assert client.get(f"{page}?words=kanarie").context["results"] is None
    assert "empty" in client.post(page, {"words": "nergens"}).content.decode()


@pytest.mark.parametrize("words", ["", "a", "a b", "\u0301", "x" * 101])
def test_a_form_says_what_is_wrong(cast, signed_in, words):
    answer = signed_in(cast.person(*LEAD)).post(reverse("search"), {"words": words})
    assert answer.context["form"].errors["words"]
    assert answer.context["results"] is None


def test_text_is_shown_as_text(cast, signed_in):
    with working_as(cast.person(*LEAD)):
        actions.add_note(dossier=cast.files["main"], part=Part.NOTES, text="<script>alert(1)</script>")
    body = signed_in(cast.person(*LEAD)).post(reverse("search"), {"words": "script"}).content.decode()
    assert "<script>alert" not in body
    assert "&lt;<mark>script</mark>&gt;" in body
