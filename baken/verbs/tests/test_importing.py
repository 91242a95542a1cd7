# SPDX-License-Identifier: EUPL-1.2
"""`baken import`: what it prints and with which exit code it ends."""

import contextlib
import json

import pytest
from click.testing import CliRunner

from baken.core import doors
from baken.open.sources.models import Work
from baken.open.sources.tests import samples
from baken.open.thesaurus.models import Concept
from baken.verbs.importing import import_

pytestmark = pytest.mark.django_db

CONCEPTS = b"concept_id,nl_pref,nl_alt(;),en_pref,en_alt(;),broader,scope_note_en\nv1,verzinsel,,invention,,,\n"


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.setattr(doors, "open_door", contextlib.nullcontext)

    def run(kind, *options, **files):
        for name, data in files.items():
            (tmp_path / name.replace("__", ".")).write_bytes(data)
        return CliRunner().invoke(import_, [kind, str(tmp_path), *options])

    return run


def test_it_tells_what_it_stored(run):
    result = run("bwb", "--json", a__xml=samples.law(), w__xml=b"<work/>")
    report = json.loads(result.output)
    assert result.exit_code == 0
    assert (report["works"], report["files"]) == ({"new": 1, "changed": 0, "same": 0}, 2)
    assert report["provisions"]["new"] == 2
    assert report["ignored"][0]["path"].endswith("w.xml")


def test_it_fails_with_one_line_for_each_bad_file_and_stores_the_rest(run):
    result = run("bwb", a__xml=samples.law(), b__xml=samples.BOMB, c__xml=b"words")
    lines = [line for line in result.output.splitlines() if ": refused: " in line]
    assert result.exit_code == 1
    assert ["b.xml: refused: declares XML entities" in lines[0], "c.xml: refused: is not XML" in lines[1]] == [True] * 2
    assert len(lines) == 2
    assert Work.objects.count() == 1


def test_it_tells_tables_of_sources_from_tables_of_concepts(run):
    result = run("csv", a__csv=samples.WORKS, b__csv=CONCEPTS)
    assert result.exit_code == 0, result.output
    assert (Work.objects.count(), Concept.objects.count()) == (1, 1)


def test_it_refuses_a_broken_scheme_like_any_file(run):
    result = run("csv", a__csv=CONCEPTS.replace(b",,,\n", b",,v1,\n"))
    assert result.exit_code == 1
    assert "related to itself" in result.output


def test_it_names_a_path_that_is_not_there(run, tmp_path):
    result = CliRunner().invoke(import_, ["bwb", str(tmp_path / "absent.xml")])
    assert result.exit_code == 1
    assert "absent.xml: refused: cannot be read" in result.output


def test_it_goes_on_after_a_value_that_cannot_be_kept(run, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "verzonnen-1", "lang": "nl", "text": "\\ud800"}\n')
    (tmp_path / "b.jsonl").write_text('{"id": "verzonnen-2", "lang": "nl", "text": ' + "9" * 6_000 + "}\n")
    (tmp_path / "c.jsonl").write_text('{"id": "verzonnen-3", "lang": "nl", "text": "Verzonnen."}\n')
    said = run("jsonl")
    assert said.exit_code == 1
    assert "a.jsonl: refused" in said.output
    assert "b.jsonl: refused" in said.output
    assert "works: 1 new" in said.output
