# SPDX-License-Identifier: EUPL-1.2
"""Nobody learns of what they may not read: not from hits, totals, facets, snippets or reasons."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.open.search.tests.material import EVERYONE, ask, audience, document, ids, store

SECRET = "zeldzaamwoord"
OPEN = [document(f"open-{n}", title="Openbaar stuk", body="iedereen mag dit lezen", lang="nl") for n in range(3)]
HIDDEN = document(
    "geheim", title=f"Geheim {SECRET}", body=f"iedereen {SECRET} mag dit niet lezen", type="policy", aspect=("health",),
    kind=("protocol",), form=("organ",), lang="en", date=19010101, numbers=("99z",),
    audience=audience("public+login+group:5"),
)  # fmt: skip
FACET_VALUES = {"type": "policy", "aspect": "health", "kind": "protocol", "form": "organ", "lang": "en", "year": "1901"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return store(tmp_path_factory.mktemp("secrets"), *OPEN, HIDDEN)


def holding(*tokens):
    return EVERYONE | set(tokens)


@pytest.mark.parametrize("tokens", [frozenset(), EVERYONE, holding("login"), holding("login", "group:6", "group:55")])
@pytest.mark.parametrize("words", ["", SECRET, "99z", f'"{SECRET}"', "iedereen", "-openbaar", "lezen geheim"])
def test_it_hides_a_document_wholly(made, tokens, words):
    answer = ask(made, words, tokens)
    assert "geheim" not in ids(answer)
    assert answer.total == len(answer.hits) <= len(OPEN)
    for name, value in FACET_VALUES.items():
        assert value not in dict(answer.facets[name])


def test_it_shows_it_to_the_group(made):
    answer = ask(made, SECRET, holding("login", "group:5"))
    assert ids(answer) == ["geheim"]
    assert dict(answer.facets["aspect"]) == {"health": 1}


@given(
    words=st.text(max_size=60),
    groups=st.sets(st.integers(1, 60).filter(lambda n: n != 5)),
    value=st.sampled_from(sorted(FACET_VALUES)),
)
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_never_tells_an_outsider(made, words, groups, value):
    tokens = holding("login", *(f"group:{n}" for n in groups))
    for text in (words, f"{words} {SECRET}"):
        answer = ask(made, text, tokens, choices={value: (FACET_VALUES[value],)})
        seen = [*ids(answer), *(hit.snippet + hit.title_html for hit in answer.hits)]
        assert not any("geheim" in each.lower() or SECRET in each for each in seen)
        assert answer.total <= len(OPEN)
        assert all(count <= len(OPEN) for rows in answer.facets.values() for _, count in rows)
        assert all(v not in dict(answer.facets[name]) for name, v in FACET_VALUES.items())


def test_it_wants_all_tokens_of_one_way_or_those_of_another(tmp_path):
    made = store(
        tmp_path, document("beide", audience=audience("login+group:1+group:2")),
        document("of", audience=audience("login+group:1", "login+group:3")), document("niemand", audience=frozenset()),
    )  # fmt: skip
    everything = frozenset({"public", "login", *(f"group:{n}" for n in range(100))})
    assert sorted(ids(ask(made, "", frozenset({"login", "group:1"})))) == ["of"]
    assert sorted(ids(ask(made, "", frozenset({"login", "group:1", "group:2"})))) == ["beide", "of"]
    assert sorted(ids(ask(made, "", everything))) == ["beide", "of"]


def test_it_never_finds_the_cursor(made):
    everything = frozenset({"public", "login", *(f"group:{n}" for n in range(100))})
    for words in ("", "cursor", "7", "1:7"):
        assert "" not in ids(ask(made, words, everything))
    assert ask(made, "", everything).total == len(OPEN) + 1
