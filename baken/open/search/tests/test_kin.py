# SPDX-License-Identifier: EUPL-1.2
"""Words of the same root, and a question counted exactly in its own language."""

import pytest

from baken.open.search.engine import answering, kin, translating, wording
from baken.open.search.engine.kin import Kin
from baken.open.search.engine.lexicon import Called, Lexicon, Words
from baken.open.search.engine.shapes import Question, Way
from baken.open.search.engine.store import EVERYONE
from baken.open.search.tests.bilingual import learned, rows
from baken.open.search.tests.material import ask, audience, document, ids, store

STEMS = ("investor", "invest", "investig", "vest", "treati", "vergoed", "vergoedingsgren")


def test_kin_share_runs_of_letters_and_a_word_is_not_its_own():
    found = Kin(STEMS).of("investor")
    assert "investor" not in found
    assert found["invest"] <= kin.WEIGHT
    assert not {"treati", "vergoed"} & set(found)


@pytest.mark.parametrize("stem", ["", "a", "xq", "ünï", "日本"])
def test_it_knows_no_kin_of_what_is_too_short_or_unknown(stem):
    assert Kin(STEMS).of(stem) == {}
    assert Kin(()).of("investor") == {}


def test_it_keeps_kin_in_a_file_and_refuses_another(tmp_path):
    kin.save({"en": STEMS}, tmp_path / "kin")
    assert kin.load(tmp_path / "kin")["en"].of("investor") == Kin(STEMS).of("investor")
    (tmp_path / "other").write_bytes(b"no such thing")
    with pytest.raises((OSError, ValueError)):
        kin.load(tmp_path / "other")


def test_a_text_with_kin_comes_before_one_without_and_says_so(tmp_path):
    far = document("far", lang="en", title="A", body="A treaty about the sea and its fishes and more words.")
    near = document("near", lang="en", title="B", body="A treaty about investments and the fishes and more words.")
    answer = ask(store(tmp_path, far, near), "treaty investor", languages=("en",))
    assert ids(answer) == ["near", "far"]
    told = [each for match in answer.hits[0].why for each in match.also]
    assert told == [(Way.KIN, "investments")]
    assert "<mark>investments</mark>" in answer.hits[0].snippet


def test_kin_of_a_hidden_text_is_not_learned(tmp_path):
    hidden = document("secret", lang="en", body="Investmentfraud", audience=audience("public+group:5"))
    made = store(tmp_path, hidden, document("open", lang="en", body="A treaty."))
    assert made.view().kin["en"].of("investmentfraudst") == {}


def test_titles_teach_what_goes_with_a_word_in_its_own_language():
    own = learned().own["en"]
    assert own.words["shelter"].keys() == {"shelter"}
    assert all(row.language == row.into for row in rows() if row.kind == "own")


def test_what_goes_with_a_word_moves_a_text_up_and_finds_none_by_itself(tmp_path):
    texts = [document(name, body=f"De termijn duurt lang. {more}") for name, more in (("a", "Zee."), ("b", "Rechter."))]
    made = store(tmp_path, *texts, document("c", body="Alleen een rechter."))
    goes_with = Words(subjects={"termijn": {"rechter": Called(0.5)}})
    lexicon = Lexicon(own={"nl": goes_with})
    found = answering.ranked(made.view(), Question("termijn", ("nl",)), EVERYONE, lexicon=lexicon)
    assert [name for name, _ in found] == ["b", "a"]


def test_both_languages_in_one_index_are_ordered_as_one_alone(tmp_path):
    """A document of another language has none of the words: it must change neither length nor rarity."""
    dutch = [document(str(n), body="huis " * (1 + n % 3) + "tuin boom straat " * n) for n in range(9)]
    english = [document(f"en-{n}", lang="en", body="house garden tree " * 9) for n in range(30)]
    (tmp_path / "both").mkdir()
    alone, together = store(tmp_path, *dutch), store(tmp_path / "both", *dutch, *english)
    question = Question("huis tuin", ("nl",), {"lang": ("nl",)})
    one, two = (answering.ranked(each.view(), question, EVERYONE) for each in (alone, together))
    assert [name for name, _ in one] == [name for name, _ in two]
    assert [score for _, score in one] == pytest.approx([score for _, score in two], rel=1e-3)


def test_parts_of_a_typed_compound_count_for_half():
    said = translating.typed("deelwoord", "nl")
    whole, part = translating.own(Words(), said, translating.typed("deel", "nl"))
    assert part.salience == 0.5 * whole.salience


def test_what_was_meant_by_a_misspelt_word_leaves_no_room_for_its_kin(tmp_path):
    near = document("near", body="Een school met een verkeersbord, een verkeersbord en nog wat woorden.")
    far = document("far", body="Een school en nog een school met veel licht en nog wat woorden.")
    made = store(tmp_path, near, far, document("meant", body="Een school bij een verkeerslicht en nog wat woorden."))
    answer = ask(made, "school verkeerslicth", languages=("nl",))
    assert answer.meant == "school verkeerslicht"
    assert ids(answer) == ["meant", "far", "near"]


def test_a_word_in_the_title_counts_for_more_than_often_in_the_text(tmp_path):
    often = document("often", title="Iets", body="Een opvang, een opvang. " + "en wat daarbij hoort en meer. " * 20)
    above = document("above", title="Opvang", body="Wat daarbij hoort en meer. " * 20)
    others = [document(str(n), title="Iets anders", body="Wat daarbij hoort.") for n in range(9)]
    assert ids(ask(store(tmp_path, often, above, *others), "opvang", languages=("nl",)))[0] == "above"


@pytest.mark.parametrize("word", ["Geologische", "biologische", "Ölogische"])
def test_a_word_is_looked_at_where_its_stem_may_be_wanted(word):
    """The stem of geologische is ologisch: Dutch stems lose ge-."""
    assert list(wording._likely({"ologisch", "biologisch"}, [f"Een {word} kaart"])) == [word]


def test_a_word_of_one_language_is_not_worth_more_in_the_other_where_it_is_rare(tmp_path):
    dutch = [document(f"nl-{n}", title=f"Tekst {n}", body="Bedenktijd, de bedenktijd, en meer.") for n in range(9)]
    english = [document(f"en-{n}", lang="en", title=f"Text {n}", body="Something about the sea.") for n in range(9)]
    loan = document("loan", lang="en", title="Text", body="Something (bedenktijd) about the sea and more.")
    made = store(tmp_path, *dutch, *english, loan)
    assert ids(ask(made, "bedenktijd"))[-1] == "loan"
    assert ids(ask(made, "bedenktijd", languages=("en",))) == ["loan"]
