# SPDX-License-Identifier: EUPL-1.2
"""Any text is a question: nothing a reader types makes the search fail."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.open.search.engine.parsing import read
from baken.open.search.tests.material import ask, document, store

ODD = [
    '"', '""', '"onaf', "-", "--", '-"', "- -", "de het een", "the of and", "the", "-de", '"de het"', "a" * 10_000,
    "woord " * 2_000, '"' * 500, "\x00\x01\x1b[31m", "\ud800", "שלום עולם", "مرحبا", "\u202egnol", "🚨🚨",
    "\U0001d51f\U0001d522\U0001d521", "body_nl:[* TO *]", "key:cursor", "a AND (b OR", "*", "?", "/.*/", "x~2 y^9",
    "\\", "'; DROP TABLE x", "<script>", "%s %d {}", "0", "٣", "+must +not", "title_nl:geheim", "\t\n\r ", "8/", "/8",
    "b8//3", "::", "ǅ", "ß", "ﬃ", "İ",
]  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return store(
        tmp_path_factory.mktemp("any"),
        document("een", title="De bedenktijd", body="Drie maanden bedenktijd. " * 50),
        document("twee", lang="en", title="ß ﬃ İ", body="שלום עולם 🚨 " * 20),
        document("drie", lang="ar", title="مرحبا", body="\x00 \ud800 a" * 9),
    )


@pytest.mark.parametrize("words", ODD, ids=range(len(ODD)))
def test_it_answers_odd_questions(made, words):
    answer = ask(made, words)
    assert 0 <= len(answer.hits) <= answer.total <= 3


@given(st.text(max_size=200), st.sampled_from([(), ("nl",), ("en", "ro"), ("nonsense",)]))
@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_answers_every_question(made, words, languages):
    answer = ask(made, words, languages=languages, choices={"lang": (words,)} if words else {})
    assert answer.total == 0 or not words
    answer = ask(made, words, languages=languages)
    for hit in answer.hits:
        assert "<" not in (hit.snippet + hit.title_html).replace("<mark>", "").replace("</mark>", "")


@given(st.text(alphabet=st.sampled_from('ab -"„”\n'), max_size=40))
def test_it_reads_every_word_once(text):
    parsed = read(text)
    parts = [*parsed.words, *parsed.phrases, *parsed.unwanted]
    assert all(part.strip() == part and part for part in parts)
    assert sum(part.count("a") for part in parts) == text.count("a")


def test_it_reads_phrases_and_minus_words():
    parsed = read('veilige "drie maanden" -politie -"niet dit" art.273f')
    assert parsed.words == ("veilige", "art.", "273f")
    assert parsed.phrases == ("drie maanden",)
    assert parsed.unwanted == ("politie", "niet dit")
    assert read(" \n").is_empty


def test_it_finds_nothing_by_stop_words_alone(made):
    assert ask(made, "de het een").total == 0
