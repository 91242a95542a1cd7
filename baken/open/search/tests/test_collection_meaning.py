# SPDX-License-Identifier: EUPL-1.2
"""A collection has its vectors in a file of its own, made in steps that can be cut off."""

import pytest

from baken.open.search.collections import actions, meaning, reads, shelf
from baken.open.search.engine.shapes import Question
from baken.open.search.lexicon import actions as lexicon
from baken.open.search.lexicon.pairs import Pair
from baken.open.search.meaning import making, questions
from baken.open.search.models import Passage
from baken.open.search.tests.bilingual import pairs
from baken.open.search.tests.imagining import Imagined
from baken.open.sources.importers.jsonl import Text

pytestmark = pytest.mark.django_db

LIGHT = Text("licht", "nl", "", "Een kustlicht aan zee.")
BREAD = Text("brood", "nl", "", "Wie brood bakt heeft meel nodig.")
REST = Text("licht", "en", "", "A lighthouse.")


def bring_in(*texts):
    actions.bring_in(name="proef", texts=texts)


def make(**how):
    return list(meaning.make("proef", **how))


def found(text, **rest):
    return [name for name, _ in reads.ranked("proef", Question(text, **rest))]


def test_it_finds_by_meaning(embedder):
    bring_in(LIGHT, BREAD)
    assert found("vuurtoren") == []
    assert make()[-1][:2] == (2, 2)
    assert found("vuurtoren") == ["licht"]
    (hit,) = reads.search("proef", Question("vuurtoren")).hits
    assert (hit.near, hit.snippet) == (True, "Een kustlicht aan zee.")
    assert not Passage.objects.exists()


def test_it_keeps_vectors_of_texts_that_stay(embedder):
    bring_in(LIGHT, BREAD)
    make()
    embedder.embedded.clear()
    bring_in(LIGHT, BREAD._replace(text="Wie vuurtoren zegt."))
    make()
    assert embedder.embedded == ["Wie vuurtoren zegt."]
    assert make() == []
    assert sorted(found("kustlicht")) == ["brood", "licht"]


def test_it_goes_on_where_it_was_cut_off(embedder, monkeypatch):
    monkeypatch.setattr(meaning, "_BATCH", 1)
    monkeypatch.setattr(meaning, "_KEPT_EVERY", 1)
    bring_in(LIGHT, BREAD, Text("rust", "nl", "", "Drie maanden pauze."))
    rounds = meaning.make("proef")
    next(rounds)
    rounds.close()
    make()
    assert len(embedder.embedded) == len(set(embedder.embedded)) == 3


def test_beginnings_come_first(embedder):
    bring_in(Text("lang", "nl", "", "Een kustlicht aan zee. " * 300), BREAD)
    make(first_only=True)
    assert len(embedder.embedded) == 2
    make()
    assert len(embedder.embedded) > 5


def test_languages_are_chosen(embedder):
    bring_in(LIGHT, REST)
    make()
    assert found("baken", languages=("en",), choices={"lang": ("en",)}) == ["licht"]
    assert len(found("baken")) == 2


def test_another_model_begins_anew(embedder, settings):
    bring_in(LIGHT)
    make()
    settings.SEARCH_EMBEDDINGS = other = Imagined("other")
    assert found("vuurtoren") == []
    make()
    assert len(other.embedded) == 1
    assert found("vuurtoren") == ["licht"]


def test_without_an_embedder_there_are_words(settings):
    settings.SEARCH_EMBEDDINGS = None
    bring_in(LIGHT)
    assert make() == []
    assert found("kustlicht") == ["licht"]


def test_a_collection_that_is_not_there_is_unknown(embedder):
    with pytest.raises(shelf.Unknown):
        list(meaning.make("../weg"))


def test_across_languages_the_question_is_also_embedded_in_the_other(embedder):
    bring_in(LIGHT, BREAD)
    lexicon.learn_from(pairs=pairs())
    make()
    found("the victim requests shelter", languages=("nl",), asked_in="en")
    assert embedder.asked == ["the victim requests shelter", "slachtoffer vraagt opvang"]
    embedder.asked.clear()
    found("the victim requests", languages=("en",), asked_in="en")
    found("requests shelter", asked_in="en")
    assert embedder.asked == ["the victim requests", "requests shelter"]


def test_a_question_is_drawn_towards_texts_under_titles_like_it(embedder):
    bring_in(
        Text("een", "nl", "", "Een kustlicht. Meel en water."), Text("twee", "nl", "", "Een kustlicht. Een schip.")
    )
    make()
    for said, order in (("Een schip.", ["twee", "een"]), ("Meel en water.", ["een", "twee"])):
        lit = Pair(said, "Something else.", "Over vuurtoren", "On lighthouse")
        lexicon.learn_from(pairs=[lit, *pairs()], examples=[lit])
        list(making.make_examples())
        assert found("vuurtoren", languages=("nl",)) == order


def test_texts_that_a_question_is_drawn_to_are_not_found_by_that(embedder):
    bring_in(Text("een", "nl", "", "Een schip."))
    make()
    lit = Pair("Een schip.", "A ship.", "Over vuurtoren", "On lighthouse")
    lexicon.learn_from(pairs=[lit, *pairs()], examples=[lit])
    list(making.make_examples())
    embedder.sure = 0.2
    assert found("vuurtoren", languages=("nl",)) == []


def test_near_to_a_question_in_two_languages_is_what_is_near_to_both_on_the_average(embedder):
    alone = questions.vector(embedder, "vuurtoren"), questions.vector(embedder, "victim")
    assert questions.vector(embedder, "vuurtoren", "victim") == pytest.approx(sum(alone) / 2)
    assert questions.vector(embedder, "vuurtoren") == pytest.approx(alone[0])
