# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the log, as a shell uses them."""

import contextlib
import json
import re

import psycopg
import pytest
from click.testing import CliRunner

from baken.closed.audit.tests.ledgers import SECRET, fill, masterful, write
from baken.core import addresses
from baken.verbs.audit import audit


@pytest.fixture
def around(monkeypatch, tmp_path, database_copy):
    """Set what the operator would set; return the folder of key and heads."""
    key = tmp_path / "audit_key"
    key.touch(mode=0o600)
    key.write_text(f"{SECRET}\n")
    monkeypatch.setenv("BAKEN_AUDIT_KEY", str(key))
    monkeypatch.setenv("BAKEN_AUDIT_HEADS", str(tmp_path / "heads.jsonl"))
    monkeypatch.setenv("BAKEN_SEALER_URL", database_copy.address("sealer"))
    return tmp_path


@pytest.fixture
def log(committed, around):
    fill(committed, around / "heads.jsonl")
    return committed


def run(*words):
    return CliRunner().invoke(audit, words)


def test_it_says_that_the_log_is_whole(log):
    result = run("verify")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == ["5 entries, 5 links, 1 signed heads up to link 4", "The log is whole."]


def test_it_prints_its_findings_as_json(log):
    found = json.loads(run("verify", "--json").stdout)
    assert found.pop("seconds") >= 0
    assert found == {
        "whole": True,
        "entries": 5,
        "links": 5,
        "unsealed": 0,
        "oldest_unsealed_seconds": None,
        "heads": 1,
        "unreadable_heads": 0,
        "covered": 4,
        "faults": 0,
        "first": [],
    }


def test_it_fails_and_says_where_the_log_is_broken(log, around):
    with masterful(log) as owner:
        owner.execute("DELETE FROM audit_entry WHERE id = (SELECT entry_id FROM audit_link WHERE seq = 2)")
    with (around / "heads.jsonl").open("a") as file:
        file.write("torn")
    result = run("verify")
    assert result.exit_code == 1
    assert "link 2: its entry is gone" in result.stdout
    assert "1 lines of the heads cannot be read" in result.stdout
    assert result.stderr == "Error: the log is broken in 1 places\n"
    found = run("verify", "--json")
    assert found.exit_code == 1
    assert json.loads(found.stdout)["first"] == [{"seq": 2, "what": "its entry is gone"}]


def test_it_tells_how_long_something_waits_for_its_link(log):
    with psycopg.connect(log.address("runtime")) as runtime:
        write(runtime)
    assert re.search(r"^1 entries wait for their link, the oldest for \d+ s$", run("verify").stdout, re.MULTILINE)


def test_it_takes_heads_that_were_kept_elsewhere(log, around):
    (around / "heads.jsonl").rename(around / "elsewhere.jsonl")
    assert run("verify").exit_code == 1
    assert run("verify", "--heads", str(around / "elsewhere.jsonl")).exit_code == 0
    assert run("verify", "--heads", str(around / "absent.jsonl")).exit_code != 0


def test_it_needs_the_key(log, around):
    (around / "audit_key").unlink()
    result = run("verify")
    assert result.exit_code == 1
    assert "cannot read the log's key" in str(result.exception)


def test_it_names_the_address_that_is_missing(monkeypatch):
    monkeypatch.delenv("BAKEN_SEALER_URL", raising=False)
    monkeypatch.setattr(addresses, "addressed", lambda door: contextlib.nullcontext({}))
    for verb in ("verify", "seal"):
        result = run(verb)
        assert result.exit_code == 1
        assert result.stderr == "Error: BAKEN_SEALER_URL is not set\n"


def test_it_uses_the_embedded_server_where_nothing_is_set(log, monkeypatch):
    given = {"BAKEN_SEALER_URL": log.address("sealer")}
    monkeypatch.delenv("BAKEN_SEALER_URL")
    monkeypatch.setattr(addresses, "addressed", lambda door: contextlib.nullcontext(given))
    assert run("verify").exit_code == 0
