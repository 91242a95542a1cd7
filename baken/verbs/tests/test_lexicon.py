# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the lexicon, as a shell uses them: learned from a file, shown, and used by the search."""

import contextlib
import gzip
import json

import pytest
from click.testing import CliRunner

from baken.core import doors
from baken.open.search.meaning import making
from baken.open.search.models import Entry
from baken.open.search.tests.bilingual import pairs
from baken.open.search.tests.databank import article, concept
from baken.open.search.tests.imagining import Imagined
from baken.verbs.lexicon import lexicon
from baken.verbs.searching import search

pytestmark = pytest.mark.usefixtures("committed")


@pytest.fixture(autouse=True)
def door_is_open(monkeypatch, tmp_path):
    monkeypatch.setenv("BAKEN_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(doors, "open_door", contextlib.nullcontext)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "pairs.jsonl.gz"
    path.write_bytes(gzip.compress("".join(f"{json.dumps(pair._asdict())}\n" for pair in pairs()).encode()))
    return str(path)


def run(command, *words):
    return CliRunner().invoke(command, words)


def test_it_learns_shows_and_finds_across(file):
    article("Bedenktijd", text="<p>Wie slachtoffer is krijgt bedenktijd.</p>")
    article("Iets anders")
    asked = ("reflection period", "--lang", "en", "--doc-lang", "nl", "--json")
    assert json.loads(run(search, *asked).output)["results"] == []
    told = json.loads(run(lexicon, "learn", "--from", file, "--json").stdout)
    assert told["pairs"] == len(pairs())
    assert told["entries"] == Entry.objects.count() > 0
    first = json.loads(run(search, *asked).output)["results"][0]
    assert first["title"] == "Bedenktijd"
    assert {"word": "reflection period", "in": ["title", "heading", "body"], "as": ["bedenktijd"]} in first["why"]
    assert "reflection period → bedenktijd in title" in run(search, *asked[:-1]).output


def test_it_shows_the_titles_that_are_like_a_question(file):
    assert "knows no title" in run(lexicon, "titles", "bedenktijd").output
    run(lexicon, "learn", "--from", file)
    line = run(lexicon, "titles", "over", "een", "bedenktijd").output.splitlines()[0]
    assert line.startswith("1.00  Over bedenktijd: ")
    assert "krijgt" in line
    told = json.loads(
        run(lexicon, "titles", "a reflection period", "--lang", "en", "--doc-lang", "nl", "--json").output
    )
    assert told[0]["title"] == "About a reflection period"
    assert 0 < told[0]["like"] <= 1
    assert "bedenktijd" in told[0]["says"]
    assert run(lexicon, "titles", "vuurtoren").exit_code == 1


def test_it_shows_the_titles_that_draw_a_question(file, settings):
    settings.SEARCH_EMBEDDINGS = embedder = Imagined()
    asked = ("titles", "pauze", "--by-meaning")
    run(lexicon, "learn", "--from", file)
    assert "no title draws questions" in run(lexicon, *asked).output
    list(making.make_examples())
    assert run(lexicon, *asked).output.splitlines()[0].endswith("Over bedenktijd")
    told = json.loads(run(lexicon, *asked, "--lang", "en", "--json").output)
    assert told[0]["title"] == "About a reflection period"
    assert 0.5 < told[0]["like"] <= 1
    embedder.fails = True
    assert "no vector now: it was told to fail" in run(lexicon, *asked).output


def test_it_shows_a_word_in_either_language(file):
    run(lexicon, "learn", "--from", file)
    assert "[en] judge → rechter" in run(lexicon, "show", "judge").output
    assert "[nl] rechter → judge" in run(lexicon, "show", "rechters").output
    assert "[en] reflection period → bedenktijd" in run(lexicon, "show", "reflection", "period").output
    shown = json.loads(run(lexicon, "show", "judge", "--json").output)
    assert {
        "kind",
        "lang",
        "words",
        "name",
        "likely",
        "back",
        "times",
        "factor",
        "salience",
        "struck",
        "example",
    } == set(shown[0])
    Entry.objects.filter(name="rechter").update(struck_at="2026-01-01T00:00Z")
    assert "(struck)" in run(lexicon, "show", "judge").output


def test_it_learns_from_the_databank_where_no_file_is_given(file):
    concept("c900", nl="bakenlicht", en="beacon light")
    assert run(lexicon, "learn").exit_code == 0
    assert Entry.objects.filter(words_shown="bakenlicht").exists()
    run(lexicon, "learn", "--from", file)
    assert not Entry.objects.filter(words_shown="bakenlicht").exists()
    run(lexicon, "learn", "--from", file, "--databank")
    assert Entry.objects.filter(words_shown="bakenlicht").exists()
    assert Entry.objects.filter(words_shown="rechter").exists()


def test_it_says_that_there_is_nothing_to_learn_from():
    result = run(lexicon, "learn")
    assert result.exit_code == 1
    assert "no text in both languages" in result.output


def test_it_says_that_it_does_not_know_a_word():
    result = run(lexicon, "show", "zeldzaamwoord")
    assert result.exit_code == 1
    assert "does not know" in result.output
    assert json.loads(run(lexicon, "show", "zeldzaamwoord", "--json").output) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"nl": "een huis"}', "line 2"), ("geen json", "line 2"), ('{"nl": 1, "en": "x"}', "line 2"),
        ('{"nl": " ", "en": "x"}', "line 2"), ("[]", "line 2"),
    ],
)  # fmt: skip
def test_it_refuses_a_file_with_a_bad_line_and_changes_nothing(file, tmp_path, line, said):
    run(lexicon, "learn", "--from", file)
    count = Entry.objects.count()
    bad = tmp_path / "bad.jsonl"
    bad.write_text(f'{{"nl": "een huis", "en": "a house"}}\n{line}\n', encoding="utf-8")
    result = run(lexicon, "learn", "--from", str(bad))
    assert result.exit_code == 1
    assert said in result.output
    assert Entry.objects.count() == count
