# SPDX-License-Identifier: EUPL-1.2
"""What is looked for beside the words: names of concepts, words half typed, words misspelt; and that it says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.open.search.engine import answering
from baken.open.search.engine.said import distances
from baken.open.search.engine.shapes import Name, Question, Way
from baken.open.search.tests import vocabulary
from baken.open.search.tests.material import EVERYONE, ask, document, ids, store

NAMES = (
    Name("nl", "loverboy"), Name("en", "lover boy"), Name("nl", "pooierboy"), Name("nl", "lovverboj", Way.HIDDEN),
    Name("nl", "binnenlandse seksuele uitbuiting", Way.RELATED), Name("nl", "mensenhandelaar", Way.BROADER),
)  # fmt: skip
PERIOD = (Name("nl", "bedenktijd"), Name("en", "reflection period"))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return store(
        tmp_path_factory.mktemp("wide"),
        document("c54", type="concept", title="loverboy", labels="pooierboy", names=NAMES),
        document("c103", type="concept", title="bedenktijd", names=PERIOD),
        document("c103-en", type="concept", lang="en", title="reflection period", names=PERIOD),
        document("binnen", title="Over binnenlandse seksuele uitbuiting"),
        document("los", title="Seksuele uitbuiting in het binnenland"),
        document("pooier", title="Een pooierboy op school"),
        document("rust", title="Bedenktijd", body="Drie maanden."),
        document("handel", title="Mensenhandel", body="mensenhandel en handelaren"),
        *(document(f"handel-{n}", title=f"Stuk {n}", body="mensenhandel") for n in range(3)),
        document("school", title="Mentor op school"),
    )  # fmt: skip


def reasons(answer, name):
    return {also for hit in answer.hits if hit.id == name for match in hit.why for also in match.also}


def test_it_finds_by_other_names_and_related_ones_and_says_so(made):
    answer = ask(made, "loverboy")
    assert ids(answer)[0] == "c54"
    assert {"binnen", "pooier"} <= set(ids(answer))
    assert "los" not in ids(answer)
    assert reasons(answer, "binnen") == {(Way.RELATED, "binnenlandse seksuele uitbuiting")}
    assert reasons(answer, "pooier") == {(Way.SAME, "pooierboy")}
    assert ids(answer).index("pooier") < ids(answer).index("binnen")
    assert "<mark>pooierboy</mark>" in next(hit.title_html for hit in answer.hits if hit.id == "pooier")


def test_it_finds_by_a_name_in_another_language(made):
    answer = ask(made, "reflection period")
    assert {"c103-en", "rust"} == set(ids(answer))
    assert reasons(answer, "rust") == {(Way.SAME, "bedenktijd")}
    assert ids(ask(made, "reflection period", languages=("en",))) == ["c103-en"]


def test_a_hidden_name_finds_and_is_never_shown(made):
    answer = ask(made, "lovverboj")
    assert "pooier" in ids(answer)
    assert ask(made, "pooierboy").hits
    assert all("lovverboj" not in str(hit.why) for hit in ask(made, "pooierboy").hits)


@pytest.mark.parametrize("words", ["-loverboy", '"loverboy"'])
def test_it_looks_for_nothing_beside_what_is_unwanted_or_quoted(made, words):
    assert "pooier" not in ids(ask(made, words)) or words.startswith("-")
    assert not any(match.also for hit in ask(made, words).hits for match in hit.why)


def test_it_finds_by_a_word_that_is_half_typed(made):
    answer = ask(made, "mensenh")
    assert "handel" in ids(answer)
    assert answer.meant == ""
    assert (Way.BEGUN, "mensenhandel") in reasons(answer, "handel")


@pytest.mark.parametrize("words", ["men", "mensenh school", '"mensenh"', "-mensenh", "273"])
def test_only_a_last_word_that_is_long_enough_may_be_half_typed(made, words):
    assert "handel" not in ids(ask(made, words)) or words.startswith("-")


def test_a_half_typed_word_weighs_less_than_a_whole_one(tmp_path):
    made = store(tmp_path, document("heel", title="Vuurtoren"), document("langer", title="Vuurtorenwachter"))
    assert ids(ask(made, "vuurtoren")) == ["heel", "langer"]


@pytest.mark.parametrize("typed", ["mensenhadel", "mensenhnadel", "mensenhandeel", "MENSENHADEL", "mensenhandal"])
def test_it_finds_what_a_misspelt_word_meant_and_asks_whether_it_did(made, typed):
    answer = ask(made, typed)
    assert answer.meant == "mensenhandel"
    assert {"handel", "handel-0"} <= set(ids(answer))
    assert reasons(answer, "handel") == {(Way.SPELT, "mensenhandel")}


@pytest.mark.parametrize(
    "typed", ["mensenhandel", "handelaar", "zonder", "de", "xq", "b8", "mensenhandelschool", "qqqqqqqq"]
)
def test_it_calls_nothing_misspelt_that_is_not(made, typed):
    assert ask(made, typed).meant == ""


def test_it_keeps_the_rest_of_a_question_as_it_was_typed(made):
    assert ask(made, 'mensenhadel school "drie maanden"').meant == 'mensenhandel school "drie maanden"'


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("a", "a", 0),
        ("", "abc", 3),
        ("handel", "hadel", 1),
        ("handel", "hnadel", 1),
        ("handel", "hondol", 2),
        ("ab", "ba", 1),
    ],
)
def test_it_counts_letters_changed_over_as_one_mistake(one, other, steps):
    assert distances(one, [other, one]) == [steps, 0]
    assert distances(other, ["something else", one])[1] == steps


def _steps(one, other):
    """Return Damerau's distance as its definition reads, where no letter is touched twice."""
    if not one or not other:
        return len(one) + len(other)
    least = min(
        _steps(one[:-1], other) + 1, _steps(one, other[:-1]) + 1, _steps(one[:-1], other[:-1]) + (one[-1] != other[-1])
    )
    changed_over = one[-2:] == other[-2:][::-1] and len(one) > 1 and len(other) > 1
    return min(least, _steps(one[:-2], other[:-2]) + 1) if changed_over else least


@given(one=st.text("abc", max_size=5), others=st.lists(st.text("abc", max_size=5), max_size=4))
def test_it_counts_the_steps_to_many_words_as_to_each(one, others):
    assert distances(one, others) == [_steps(one, other) for other in others]


def test_it_calls_no_compound_of_the_house_misspelt(tmp_path):
    made = store(tmp_path, *vocabulary.documents())
    for typed in (
        "opvangplaatsing",
        "aangiftegesprek",
        "politieonderzoek",
        "mensenhandelopvang",
        "slachtofferadvocaat",
    ):
        assert ask(made, typed).meant == "", typed
    assert ask(made, "beroepsgehiem").meant == "beroepsgeheim"


def test_it_offers_titles_that_hold_what_is_typed(made):
    def offered(text):
        return answering.titles(made.view(), text, EVERYONE)

    assert offered("pooi") == ["Een pooierboy op school"]
    assert offered("school pooi") == ["Een pooierboy op school"]
    assert offered("bedenkt")[0] in {"Bedenktijd", "bedenktijd"}
    assert offered("po") == offered("") == offered("zeppelin") == []


def test_it_widens_a_ranking_as_it_does_an_answer(made):
    for text in ("loverboy", "mensenhadel", "mensenh", "reflection period"):
        ranked = answering.ranked(made.view(), Question(text), EVERYONE)
        assert [name for name, _ in ranked] == ids(ask(made, text))


def test_a_compound_that_begins_with_a_word_is_told_once(tmp_path):
    answer = ask(store(tmp_path, *vocabulary.documents()), "jeugd", limit=100)
    inside = [{form.casefold() for match in hit.why for form in match.inside} for hit in answer.hits]
    begun = [{text for match in hit.why for _, text in match.also} for hit in answer.hits]
    assert any(inside)
    assert not any(within & beginning for within, beginning in zip(inside, begun, strict=True))
