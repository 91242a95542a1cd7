# SPDX-License-Identifier: EUPL-1.2
"""`baken import jsonl --collection`: what it prints, what it refuses, and that it is all or nothing."""

import gzip
import json

import pytest
from click.testing import CliRunner

from baken.open.search.collections import shelf
from baken.verbs.importing import import_

ROW = {"id": "verdrag#38 bis", "lang": "nl", "text": "Een verzonnen tekst."}


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("BAKEN_HOME", str(tmp_path / "home"))


@pytest.fixture
def bring(tmp_path):
    def bring(*rows, words=(), name="texts.jsonl", collection="proef"):
        data = b"".join(row if isinstance(row, bytes) else json.dumps(row).encode() + b"\n" for row in rows)
        path = tmp_path / name
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return CliRunner().invoke(import_, ["jsonl", "--collection", collection, str(path), *map(str, words)])

    return bring


@pytest.mark.parametrize("name", ["texts.jsonl", "texts.jsonl.gz"])
def test_it_needs_no_database_and_tells_what_it_laid_down(bring, name):
    result = bring(ROW, ROW | {"lang": "en"}, name=name, words=["--json"])
    report = json.loads(result.output)
    assert result.exit_code == 0
    assert (report["collection"], report["documents"], report["replaced"]) == ("proef", {"nl": 1, "en": 1}, 0)
    assert [each.identifier for each in shelf.texts("proef")] == ["verdrag#38 bis"] * 2


def test_it_says_what_it_replaced(bring):
    bring(ROW, ROW | {"id": "ander"})
    assert "documents: 1 in nl, in collection proef, in place of 2" in bring(ROW).output


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"id": "x", "lang": "nl"}, "line 2: has no text under 'text'"),
        (b"{nee\n", "line 2: is not JSON"),
        (ROW, "line 2: the document 'verdrag#38 bis' in 'nl' stands here twice"),
        (ROW | {"id": "x ", "text": "y"}, "line 2: the id begins or ends with white space"),
        (b"\xff\n", "line 2 is not UTF-8 text"),
    ],
)
def test_it_names_a_line_at_fault_and_changes_nothing(bring, row, said):
    bring(ROW | {"id": "eerder"})
    result = bring(ROW, row)
    assert result.exit_code == 1
    assert said in result.output
    assert "nothing was changed" in result.output
    assert [each.identifier for each in shelf.texts("proef")] == ["eerder"]


def test_it_refuses_a_document_that_stands_in_two_files_and_a_file_without_any(bring, tmp_path):
    (tmp_path / "other.jsonl").write_text(json.dumps(ROW))
    assert "stands in an earlier file too" in bring(ROW, words=[tmp_path / "other.jsonl"]).output
    assert "holds no document" in bring(b"\n").output
    assert shelf.names() == []


@pytest.mark.parametrize("name", ["../weg", "a b", ""])
def test_it_refuses_what_can_be_no_name(bring, name):
    result = bring(ROW, collection=name)
    assert result.exit_code == 1
    assert "is no name for a collection" in result.output


def test_a_collection_goes_with_lines_of_json_only(tmp_path):
    result = CliRunner().invoke(import_, ["bwb", "--collection", "proef", str(tmp_path)])
    assert "--collection goes with jsonl" in result.output
