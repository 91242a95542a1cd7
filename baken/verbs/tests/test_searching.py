# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the search, as a shell uses them."""

import contextlib
import json

import pytest
from click.testing import CliRunner

from baken.core import doors
from baken.open.search.collections import actions
from baken.open.search.engine import trec
from baken.open.search.tests.databank import act, article
from baken.open.sources.importers.jsonl import Text
from baken.verbs.searching import index, search

pytestmark = pytest.mark.usefixtures("committed")


@pytest.fixture(autouse=True)
def door_is_open(monkeypatch, tmp_path):
    monkeypatch.setenv("BAKEN_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(doors, "open_door", contextlib.nullcontext)


def run(command, *words):
    return CliRunner().invoke(command, words)


def test_it_builds_and_searches():
    article("Vuurtoren")
    assert json.loads(run(index, "--json").output).keys() == {"documents", "seconds", "vectors"}
    answer = json.loads(run(search, "vuurtoren", "--json").output)
    assert [each["title"] for each in answer["results"]] == ["Vuurtoren"]
    plain = run(search, "vuurtoren").output
    assert "1 results" in plain
    assert "Vuurtoren [article, nl]" in plain
    assert "found: vuurtoren in title, heading, body" in plain
    assert run(search, "vuurtoren", "--lang", "en", "--json").output.count('"id"') == 0


def test_it_writes_a_run(tmp_path):
    act("verzonnen#1", "Een stuk", {None: {"tekst": "licht op zee"}}, scheme="doc")
    topics = tmp_path / "topics.tsv"
    topics.write_text("t1\tlicht\nt2\tniets hiervan\n", encoding="utf-8")
    result = run(search, "--topics", str(topics), "--run", str(tmp_path / "run.txt"))
    assert result.exit_code == 0
    columns = (tmp_path / "run.txt").read_text(encoding="utf-8").split()
    assert columns[:4] == ["t1", "Q0", "verzonnen#1", "1"]
    assert len(columns) == 6


def test_it_asks_a_collection_and_nothing_else(tmp_path):
    article("Openbaar licht")
    rows = [("doc/1 bis", "nl", "licht op zee"), ("2", "nl", "licht en licht"), ("3", "en", "licht abroad")]
    actions.bring_in(name="proef", texts=[Text(name, language, "", text) for name, language, text in rows])
    topics, lines = tmp_path / "topics.tsv", tmp_path / "run.txt"
    topics.write_bytes(b"\xef\xbb\xbft 1\tlicht\r\nt2\tniets hiervan\r\n")
    words = ["--lang", "en", "--doc-lang", "nl", "--collection", "proef"]
    assert run(search, "--topics", str(topics), "--run", str(lines), *words).exit_code == 0
    found = list(trec.run(lines.read_text(encoding="utf-8").splitlines()))
    assert {(topic, name) for topic, name, _ in found} == {("t 1", "doc/1 bis"), ("t 1", "2")}
    assert [name for _, name, _ in found] == [
        each["id"] for each in json.loads(run(search, "licht", *words, "--json").output)["results"]
    ]
    assert "[text, nl] doc/1 bis" in run(search, "zee", *words).output


def test_a_language_is_that_of_the_documents_too_unless_another_is_named(tmp_path):
    texts = [Text("1", "nl", "", "licht"), Text("2", "en", "", "licht")]
    actions.bring_in(name="proef", texts=texts)
    for words, ids in {
        "": ["1", "2"],
        "--lang nl": ["1"],
        "--doc-lang en": ["2"],
        "--lang nl --doc-lang en": ["2"],
    }.items():
        answer = json.loads(run(search, "licht", "--collection", "proef", "--json", *words.split()).output)
        assert sorted(each["id"] for each in answer["results"]) == ids


@pytest.mark.parametrize("name", ["geen", "../index"])
def test_it_says_that_a_collection_is_not_there(name):
    result = run(search, "licht", "--collection", name)
    assert result.exit_code == 1
    assert "collection" in result.output


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--topics", "T"],
        ["licht", "--topics", "T", "--run", "R"],
        ["licht", "--run", "R"],
        ["licht", "--limit", "0"],
        ["licht", "--lang"],
    ],
)
def test_it_refuses_half_a_question(tmp_path, words):
    (tmp_path / "T").write_text("t\tlicht\n", encoding="utf-8")
    result = run(search, *(str(tmp_path / word) if word in {"T", "R"} else word for word in words))
    assert result.exit_code != 0
    assert len(result.output.strip().splitlines()) <= 4
    assert not (tmp_path / "R").exists()


def test_it_says_which_topic_is_wrong(tmp_path):
    (tmp_path / "T").write_text("t\tlicht\ngeen tab\n", encoding="utf-8")
    result = run(search, "--topics", str(tmp_path / "T"), "--run", str(tmp_path / "R"))
    assert result.exit_code == 1
    assert "line 2" in result.output
