# SPDX-License-Identifier: EUPL-1.2
"""Editors judge what readers look for: take it into the thesaurus, dismiss it, put it back."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from wagtail.models import ModelLogEntry

from baken.accounts.models import User
from baken.accounts.tests.people import sign_in
from baken.open.files.refusals import Refused
from baken.open.search.feedback import actions, reads, rules
from baken.open.search.models import Candidate
from baken.open.search.tests.databank import concept
from baken.open.thesaurus import actions as thesaurus
from baken.open.thesaurus import rules as thesaurus_rules
from baken.open.thesaurus.models import Concept, Label

pytestmark = pytest.mark.django_db
ALL = ("view_candidate", "change_candidate", "add_label", "add_concept")
ROOM = "/editors/search-words/"


@pytest.fixture
def beacon():
    return concept("c045", nl="vuurbaak", en="beacon")


@pytest.fixture
def word(beacon):
    return waiting("vuurbaken")


def waiting(text, **rest):
    plain = {"why": "nothing", "days": 5, "seen_in": datetime.date(2026, 11, 12)}
    return Candidate.objects.create(text=text, **{**plain, **rest})


def editor(*codes):
    person = User.objects.create_user("bewerker@example.org", is_staff=True)
    person.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codes]))
    return person


def names(of):
    return set(of.labels.values_list("language", "role", "text"))


def test_it_shows_words_with_the_concepts_called_like_them(word, beacon, client):
    waiting("zonder gelijke", days=9, why="unfollowed")
    found = reads.with_concepts(reads.waiting())
    assert [(each.candidate.text, each.near) for each in found] == [("zonder gelijke", []), ("vuurbaken", [beacon])]
    page = sign_in(client, editor(*ALL)).get(ROOM).content.decode()
    assert "vuurbaken" in page
    assert f'name="concept" value="{beacon.pk}"' in page


def test_it_leaves_out_what_the_thesaurus_has_meanwhile(word, beacon):
    Label.objects.create(concept=beacon, language="nl", role="hidden", text="Vuurbaken")
    assert not reads.waiting()


def test_one_click_makes_it_another_name(word, beacon, client):
    room = sign_in(client, editor(*ALL))
    assert room.post(f"{ROOM}{word.pk}/take/", {"concept": beacon.pk, "language": "nl"}).url == ROOM
    assert ("nl", "alternative", "vuurbaken") in names(beacon)
    assert not reads.waiting()
    assert "/concepts/baken/c045" in room.get(ROOM).content.decode()
    room.post(f"{ROOM}{word.pk}/restore/")
    assert ("nl", "alternative", "vuurbaken") not in names(beacon)
    assert [each.text for each in reads.waiting()] == ["vuurbaken"]


def test_one_click_makes_it_a_concept_of_its_own_which_stays(word, client):
    room = sign_in(client, editor(*ALL))
    room.post(f"{ROOM}{word.pk}/take/", {"concept": "", "language": "en"})
    made = Concept.objects.get(scheme__name="baken", notation="c046")
    assert names(made) == {("en", "preferred", "vuurbaken")}
    room.post(f"{ROOM}{word.pk}/restore/")
    word.refresh_from_db()
    assert (word.stand, word.label) == ("taken", made.labels.get())


def test_it_is_dismissed_and_put_back(word, client):
    room = sign_in(client, editor(*ALL))
    room.post(f"{ROOM}{word.pk}/dismiss/")
    assert not reads.waiting()
    assert [each.text for each in reads.settled()] == ["vuurbaken"]
    room.post(f"{ROOM}{word.pk}/restore/")
    assert [each.text for each in reads.waiting()] == ["vuurbaken"]


def test_the_log_says_who_did_what_and_never_keeps_the_word(word):
    by = editor(*ALL)
    actions.dismiss(candidate=word, by=by)
    actions.restore(candidate=word, by=by)
    logged = ModelLogEntry.objects.order_by("pk")
    assert list(logged.values_list("action", "user")) == [(actions.DISMISSED, by.pk), (actions.RESTORED, by.pk)]
    assert "vuurbaken" not in str(list(logged.values()))


@pytest.mark.parametrize(
    ("codes", "may"),
    [((), (0, 0, 0)), (("view_candidate",), (1, 0, 0)), (ALL[:2], (1, 1, 0)), (ALL[:3], (1, 1, 0)), (ALL, (1, 1, 1))],
)
def test_it_asks_for_the_right(word, beacon, client, codes, may):
    looks, settles, takes = may
    room = sign_in(client, editor(*codes))
    answer = room.get(ROOM)
    assert (answer.status_code == 200) == looks
    assert ("/dismiss/" in answer.content.decode()) == settles
    assert ("/take/" in answer.content.decode()) == takes
    room.post(f"{ROOM}{word.pk}/take/", {"concept": beacon.pk, "language": "nl"})
    assert (("nl", "alternative", "vuurbaken") in names(beacon)) == takes
    Candidate.objects.update(stand="open", label=None)
    room.post(f"{ROOM}{word.pk}/dismiss/")
    assert bool(reads.settled()) == settles


def test_an_action_asks_for_the_right_itself(word, beacon):
    looker = editor("view_candidate")
    for act in (actions.dismiss, actions.restore):
        with pytest.raises(rules.NotAllowed):
            act(candidate=word, by=looker)
    with pytest.raises(rules.NotAllowed):
        actions.take(candidate=word, concept=beacon, language="nl", by=looker)


def test_it_asks_a_stranger_to_sign_in(word, client):
    assert client.get(ROOM).status_code == 302
    for act in ("take", "dismiss", "restore"):
        assert client.post(f"{ROOM}{word.pk}/{act}/").status_code == 302
    assert Candidate.objects.get().stand == "open"


@pytest.mark.parametrize(
    "form",
    [{"concept": "0", "language": "nl"}, {"concept": "x", "language": "nl"}, {"concept": "", "language": "xx"}, {},
     {"concept": "٣", "language": "nl"}, {"concept": "9" * 30, "language": "nl"}, {"concept": "\0", "language": "nl"}],
)  # fmt: skip
def test_it_takes_no_other_form(word, client, form):
    assert sign_in(client, editor(*ALL)).post(f"{ROOM}{word.pk}/take/", form).status_code == 404
    assert Candidate.objects.get().stand == "open"


def test_what_is_settled_is_not_settled_twice(word, beacon, client):
    room = sign_in(client, editor(*ALL))
    room.post(f"{ROOM}{word.pk}/dismiss/")
    assert room.post(f"{ROOM}{word.pk}/dismiss/").status_code == 404
    assert room.post(f"{ROOM}{word.pk}/take/", {"concept": beacon.pk, "language": "nl"}).status_code == 404
    assert room.get(f"{ROOM}{word.pk}/dismiss/").status_code == 405


def test_no_concept_is_called_the_same_twice(beacon):
    by = editor(*ALL)
    with pytest.raises(Refused):
        thesaurus.add_name(concept=beacon, language="nl", text="Vuurbaak", by=by)
    with pytest.raises(Refused):
        thesaurus.add_concept(scheme="baken", language="nl", text="Vuurbaak", by=by)
    with pytest.raises(Refused):
        thesaurus.add_concept(scheme="elders", language="nl", text="nieuw", by=by)
    with pytest.raises(Refused):
        thesaurus.remove_name(label=beacon.labels.get(language="nl"), by=by)


def test_nobody_names_a_concept_without_the_right(beacon):
    by = editor("add_label")
    label = Label.objects.create(concept=beacon, language="nl", role="alternative", text="baak")
    for act in (
        lambda: thesaurus.add_name(concept=beacon, language="nl", text="nieuw", by=by),
        lambda: thesaurus.add_concept(scheme="baken", language="nl", text="nieuw", by=by),
        lambda: thesaurus.remove_name(label=label, by=by),
    ):
        with pytest.raises(thesaurus_rules.NotAllowed):
            act()


def test_the_next_notation_follows_the_highest():
    assert thesaurus_rules.next_notation(["c001", "c201", "eigen", "c9x"]) == "c202"
    assert thesaurus_rules.next_notation([]) == "c001"
