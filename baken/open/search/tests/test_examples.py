# SPDX-License-Identifier: EUPL-1.2
"""A question is drawn towards texts under titles like it: only ordered so, and only by texts that came in a file."""

import numpy as np
import pytest
from django.contrib.auth.models import AnonymousUser

from baken.open.search import actions as index
from baken.open.search import reads
from baken.open.search.engine.shapes import Question
from baken.open.search.lexicon import actions as lexicon
from baken.open.search.lexicon.pairs import Pair
from baken.open.search.meaning import actions, drawing, examples, exemplary, making
from baken.open.search.meaning.exemplary import Chosen, chosen
from baken.open.search.meaning.vectors import Unable
from baken.open.search.models import Example, Learned
from baken.open.search.tests.bilingual import pairs
from baken.open.search.tests.databank import article
from baken.open.search.tests.imagining import Imagined

pytestmark = pytest.mark.usefixtures("committed")

# Under titles about light stands what says nothing of light.
LIGHT = Pair("Schepen zien de kust.", "Ships see the coast.", "Over vuurtoren", "On lighthouse")
BREAD = Pair("Meel en water.", "Flour and water.", "Over brood", "On bread")


def learn(*given):
    lexicon.learn_from(pairs=[*given, *pairs()], examples=given)


def make():
    return list(making.make_examples())


def current(embedder, asked_in="nl", wanted=("nl",)):
    return examples.current(embedder, asked_in, wanted)


def side(*places):
    """Return a row for each place, with a one there."""
    return np.eye(drawing.SIZE, dtype=np.float32)[list(places)]


def test_a_question_is_drawn_towards_texts_under_titles_like_it():
    like = drawing.Examples(side(0, 1), side(5, 6))
    asked = side(0)[0]
    told = drawing.drawn(asked, like)
    assert told[0] == pytest.approx(1 - drawing.PULL)
    assert told[5] == pytest.approx(drawing.PULL, abs=1e-6)
    assert told[6] == pytest.approx(0, abs=1e-6)


def test_only_the_nearest_titles_draw_and_the_nearest_most():
    near = np.linspace(1.0, 0.9, drawing.NEAREST + 1, dtype=np.float32)
    like = drawing.Examples(near[:, None] * side(*[0] * len(near)), side(*range(10, 10 + len(near))))
    pulls = drawing.drawn(side(0)[0], like)[10 : 10 + len(near)]
    assert pulls[-1] == 0
    assert list(pulls[:-1]) == sorted(pulls[:-1], reverse=True)
    assert pulls.sum() == pytest.approx(drawing.PULL)
    assert pulls[1] / pulls[0] == pytest.approx(np.exp(-0.02 * drawing.SHARP), rel=1e-3)


def test_without_examples_a_question_stays_as_it_is():
    asked = side(3)[0]
    assert drawing.drawn(asked, drawing.NONE) is asked


def test_examples_go_by_the_language_of_the_question_and_those_wanted():
    held = drawing.unpacked(drawing.packed(list(side(0, 1, 2, 3))))
    ways = {("nl", ("nl",)): (0, 2), ("en", ("nl",)): (1, 2), ("nl", ("en",)): (0, 3), ("en", ("en-GB",)): (1, 3)}
    for (asked_in, wanted), (title, text) in ways.items():
        assert np.array_equal(held.between(asked_in, wanted).titles, side(title))
        assert np.array_equal(held.between(asked_in, wanted).texts, side(text))
    either = held.between("", ())
    assert np.array_equal(either.titles, side(0, 1).mean(axis=0, keepdims=True))
    assert np.array_equal(either.texts, side(2, 3).mean(axis=0, keepdims=True))
    assert np.array_equal(held.between("nl", ("nl", "en")).texts, either.texts)
    assert np.array_equal(held.between("nl", ("fr",)).texts, either.texts)


def test_each_title_is_chosen_once_and_only_with_its_like_in_the_other_language():
    texts = [LIGHT, LIGHT._replace(nl="Iets anders."), BREAD, BREAD._replace(title_en=""), Pair("een", "one")]
    texts += [BREAD._replace(title_nl="OVER BROOD", title_en="Bread")]
    assert [(each.title_nl, each.title_en) for each in chosen(texts)] == [
        ("Over vuurtoren", "On lighthouse"), ("Over brood", "On bread"), ("OVER BROOD", "Bread"),
    ]  # fmt: skip


def test_no_more_are_chosen_than_can_be_embedded(monkeypatch):
    monkeypatch.setattr(exemplary, "MOST", 1)
    assert len(list(chosen([LIGHT, BREAD]))) == 1


def test_of_a_text_only_its_beginning_is_kept():
    (kept,) = chosen([LIGHT._replace(nl="Schepen zien de kust. " * 200)])
    assert len(kept.nl) <= 1_500
    assert kept.en == LIGHT.en


def test_they_order_what_is_found(embedder):
    article("Eerste", text="<p>Een kustlicht. Meel en water.</p>")
    article("Tweede", text="<p>Een kustlicht. Schepen zien de kust.</p>")
    index.rebuild()
    list(making.make())
    asked = Question("vuurtoren", languages=("nl",))

    def order():
        return [hit.title for hit in reads.search(asked, AnonymousUser()).hits]

    learn(LIGHT._replace(nl="Meel en water."))
    make()
    assert order() == ["Eerste", "Tweede"]
    learn(LIGHT)
    make()
    assert order() == ["Tweede", "Eerste"]


def test_they_find_nothing(embedder):
    article("Schepen", text="<p>Schepen zien de kust.</p>", summary="Schepen zien de kust.")
    index.rebuild()
    list(making.make())
    learn(LIGHT)
    make()
    assert len(current(embedder).titles) == 1
    # So low that what the question is drawn to would be sure, if that told.
    embedder.sure = 0.1
    assert reads.search(Question("vuurtoren"), AnonymousUser()).total == 0
    assert reads.search(Question("schepen kust"), AnonymousUser()).total == 1


def test_what_the_databank_holds_is_no_example(embedder):
    lexicon.learn_from(pairs=pairs())
    assert not Example.objects.exists()
    assert make() == []
    assert Learned.objects.get().examples is None
    assert not len(current(embedder).titles)


def test_they_count_once_all_have_their_vectors(embedder, monkeypatch):
    monkeypatch.setattr(making, "_FEW", 1)
    learn(LIGHT, BREAD)
    rounds = making.make_examples()
    assert next(rounds) == (4, 8, 4)
    assert not len(current(embedder).titles)
    rounds.close()
    assert [tuple(each) for each in make()] == [(8, 8, 4)]
    assert len(current(embedder).titles) == 2
    assert sorted(embedder.embedded) == sorted({LIGHT.nl, LIGHT.en, BREAD.nl, BREAD.en})


def test_those_that_stay_keep_their_vectors(embedder):
    learn(LIGHT)
    make()
    embedder.embedded.clear()
    learn(LIGHT, BREAD)
    assert not len(current(embedder).titles)
    make()
    assert embedder.embedded == [BREAD.nl, BREAD.en]
    learn(BREAD)
    assert [each.title_nl for each in Example.objects.all()] == ["Over brood"]
    assert len(current(embedder).titles) == 1


def test_another_model_begins_anew(embedder, settings):
    learn(LIGHT)
    make()
    settings.SEARCH_EMBEDDINGS = other = Imagined("other")
    assert not len(current(other).titles)
    make()
    assert other.embedded == [LIGHT.nl, LIGHT.en]
    assert len(current(other).titles) == 1


def test_without_an_embedder_they_wait(settings):
    settings.SEARCH_EMBEDDINGS = None
    learn(LIGHT)
    assert make() == []
    assert Example.objects.get().model == ""


def test_an_embedder_that_fails_leaves_them_waiting(embedder):
    learn(LIGHT)
    embedder.fails = True
    with pytest.raises(Unable):
        make()
    embedder.fails = False
    assert len(make()) == 1


def test_a_letter_that_no_database_keeps_is_left_out():
    actions.exemplify(examples=chosen([LIGHT._replace(title_nl="Over\0vuurtoren", nl="Een\0licht.")]))
    kept = Example.objects.get()
    assert (kept.title_nl, kept.nl) == ("Over vuurtoren", "Een licht.")


def test_what_tells_an_example_from_others_is_all_its_words():
    one = Chosen("a", "b", "c", "d")
    assert one.digest == Chosen("a", "b", "c", "d").digest
    assert len({one.digest, *(one._replace(**{name: "x"}).digest for name in one._fields)}) == 5
