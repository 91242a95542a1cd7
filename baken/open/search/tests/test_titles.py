# SPDX-License-Identifier: EUPL-1.2
"""What texts say under titles like a question orders what is found, is kept with the lexicon, and is struck from."""

import uuid

import pytest

from baken.accounts.models import User
from baken.open.search.engine import answering
from baken.open.search.engine.analysis import words
from baken.open.search.engine.lexicon import Lexicon
from baken.open.search.engine.shapes import Question
from baken.open.search.engine.titles import Titled, Titles, packed, unpacked
from baken.open.search.lexicon import actions, learning, reads
from baken.open.search.lexicon.pairs import Pair
from baken.open.search.models import Entry, Learned
from baken.open.search.tests.bilingual import pairs
from baken.open.search.tests.material import EVERYONE, audience, document, ids, store

WAY = ("nl", "nl")
PENAL = Titled("Vrijwaring van straf", {"vrijwar": 1.0, "straf": 1.0}, {"slachtoffer": 2.0, "gedwong": 1.0})
FISH = Titled("Vangst van vis", {"vangst": 1.0, "vis": 1.0}, {"net": 1.0})
ONE = document("een", body="Over straf en over wat daarna met iemand gebeurt die gedwongen werd, een slachtoffer.")
TWO = document("twee", body="Over straf en over wat daarna met iemand gebeurt die varen wilde, met een net.")


def lexicon(*titled):
    return Lexicon(titles={WAY: Titles(titled or (PENAL, FISH))})


def ask(made, text="straf", known=None, tokens=EVERYONE, **rest):
    known = {} if known is None else {"lexicon": known}
    return answering.ask(made.view(), Question(text, languages=("nl",), **rest), tokens, **known)


def test_titles_are_like_a_question_by_their_rare_words():
    titles = Titles([PENAL, FISH, Titled("Van straf", {"straf": 1.0}, {})])
    found = titles.nearest({"vrijwar": 1.0, "straf": 1.0})
    assert [each.written for each, _ in found] == ["Vrijwaring van straf", "Van straf"]
    assert found[0][1] == pytest.approx(1)
    assert 0 < found[1][1] < 0.7
    assert titles.alike({"vrijwar": 1.0, "straf": 1.0}).weights["slachtoffer"] == pytest.approx(2)


def test_no_title_is_like_a_question_without_its_words():
    assert Titles([PENAL, FISH]).alike({"onbekend": 1.0}).weights == {}
    assert Titles([]).alike({"straf": 1.0}).sure == 0


def test_a_text_like_those_under_such_titles_comes_first(tmp_path):
    made = store(tmp_path, ONE, TWO)
    assert ids(ask(made, known=lexicon()))[0] == "een"
    assert ids(ask(made, known=lexicon(PENAL._replace(said={"net": 1.0}))))[0] == "twee"


def test_they_find_nothing_by_themselves(tmp_path):
    made = store(tmp_path, ONE, TWO, document("drie", body="Een slachtoffer dat gedwongen werd."))
    assert sorted(ids(ask(made, known=lexicon()))) == ["een", "twee"]


def test_they_bring_nobody_what_is_hidden(tmp_path):
    hidden = document("geheim", body="Straf voor een slachtoffer, gedwongen.", audience=audience("group:1"))
    made = store(tmp_path, ONE, TWO, hidden)
    answer = ask(made, known=lexicon())
    assert (ids(answer), answer.total) == (["een", "twee"], 2)
    assert "geheim" in ids(ask(made, known=lexicon(), tokens=EVERYONE | {"group:1"}))


def test_what_is_no_longer_in_force_still_counts_for_less(tmp_path):
    old = document("oud", body=ONE.body, weight=0.3)
    assert ids(ask(store(tmp_path, TWO, old), known=lexicon())) == ["twee", "oud"]


def test_the_best_keeps_the_measure_of_its_words(tmp_path):
    made = store(tmp_path, ONE, TWO)
    best = [max(hit.score for hit in ask(made, known=known).hits) for known in (None, lexicon())]
    assert best[0] == pytest.approx(best[1])


def test_pages_join(tmp_path):
    made = store(tmp_path, *(document(str(n), body=f"Straf {'slachtoffer ' * n} einde.") for n in range(5)))
    whole = ids(ask(made, known=lexicon(), limit=5))
    assert [ids(ask(made, known=lexicon(), limit=1, offset=n))[0] for n in range(5)] == whole


def test_titles_are_packed_and_struck_from():
    held = packed({WAY: Titles([PENAL, FISH])})
    assert unpacked(held)[WAY].titled == [PENAL, FISH]
    less = unpacked(held, [(WAY, "straf", "slachtoffer"), (("nl", "en"), "straf", "gedwong")])[WAY].titled
    assert [each.said for each in less] == [{"gedwong": 1.0}, FISH.said]


@pytest.mark.parametrize("data", [b"", b"broken", packed({})[:-4]])
def test_what_is_broken_is_refused(data):
    with pytest.raises((OSError, ValueError)):
        unpacked(data)


def test_texts_under_one_title_speak_together():
    texts = {"Een boot vaart.": "Varen en vissen", "Een net vangt.": "varen en Vissen", "Een straf.": "Straffen"}
    made = [Pair(text, "A text.", title, title) for text, title in texts.items()]
    found = learning.titles(made)[WAY].titled
    assert [each.written for each in found] == ["Varen en vissen", "Straffen"]
    assert {"boot", "net"} <= set(found[0].said)
    assert "boot" not in found[1].said


def test_what_is_rare_among_all_texts_weighs_more():
    nouns = ("boten", "netten", "vissen")
    made = [Pair(f"Elke staat telt {word}.", "A text.", f"Over {word}", "About") for word in nouns]
    said = learning.titles(made)[WAY].titled[0].said
    assert said["boot"] > said[words("staat", "nl")[0]]


@pytest.mark.django_db
def test_they_are_kept_with_the_lexicon_and_what_is_struck_is_gone():
    actions.learn_from(pairs=pairs())
    found, like = reads.nearest("over een bedenktijd", "nl", "en")[0]
    assert found.written == "Over bedenktijd"
    assert like > 0.9
    assert "period" in found.said
    entry = Entry.objects.get(kind="word", language="nl", words="bedenktijd", name="period")
    chief = User.objects.create_superuser("redacteur@example.org", "verzonnen wachtzin van een test")
    actions.strike(entry=entry, by=chief)
    assert "period" not in reads.nearest("over een bedenktijd", "nl", "en")[0][0].said


@pytest.mark.django_db
@pytest.mark.parametrize("held", [b"", b"broken"])
def test_the_lexicon_works_without_them(held):
    actions.learn_from(pairs=pairs())
    Learned.objects.update(titles=held, version=uuid.uuid4())
    assert reads.nearest("bedenktijd", "nl", "nl") == []
    assert "rechter" in reads.current().of["en"].words["judg"]
