# SPDX-License-Identifier: EUPL-1.2
"""`baken export`: what it prints and with which exit code it ends."""

import contextlib

import pytest
from click.testing import CliRunner

from baken.core import doors
from baken.open.thesaurus import actions, skos
from baken.open.thesaurus.records import PREFERRED, ConceptRecord, LabelRecord, SchemeRecord
from baken.verbs.exporting import export

pytestmark = pytest.mark.django_db

HOME = "http://made-up.example/words/"
SCHEME = SchemeRecord(
    "made-up-example-words",
    "Verzonnen",
    HOME,
    (ConceptRecord("a", f"{HOME}a", (LabelRecord("nl", PREFERRED, "verzinsel"),)),),
)


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setattr(doors, "open_door", contextlib.nullcontext)
    return lambda *words: CliRunner().invoke(export, ["skos", *words])


def test_it_prints_a_thesaurus_that_can_be_read_in_again(run):
    actions.store_scheme(record=SCHEME)
    result = run(SCHEME.name)
    assert result.exit_code == 0
    assert skos.read(result.stdout.encode(), "x.ttl") == SCHEME


def test_it_says_in_one_line_that_there_is_no_such_thesaurus(run):
    result = run("absent")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == ["Error: there is no thesaurus 'absent'"]
