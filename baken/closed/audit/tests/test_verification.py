# SPDX-License-Identifier: EUPL-1.2
"""The proof that the log is whole: what it counts, for which roles it works, and that it finds a tail sealed anew."""

import psycopg
import pytest

from baken.closed.audit import verification
from baken.closed.audit.keys import AuditKeys
from baken.closed.audit.tests.ledgers import CUT, CUT_LINKS, KEYS, chained, fill, masterful, write


@pytest.fixture
def path(tmp_path):
    return tmp_path / "heads.jsonl"


@pytest.fixture
def log(committed, path):
    fill(committed, path)
    return committed


def test_it_finds_nothing_wrong_with_a_whole_log_as_whoever_sees_all_of_it(log, path):
    reports = [verification.verify(log.address(role), KEYS, path) for role in ("sealer", "backup", "owner")]
    report = reports[0]
    assert reports == [report] * 3
    assert report.whole
    assert (report.entries, report.links, report.unsealed, report.oldest_unsealed_seconds) == (5, 5, 0, None)
    assert (report.heads, report.covered, report.unreadable_heads) == (1, 4, 0)


def test_it_finds_a_tail_that_was_sealed_anew(log, path):
    """Also where somebody lets the sealer chain other entries in place of those that were taken out."""
    with masterful(log) as owner:
        owner.execute(CUT.format(3))
        owner.execute(CUT_LINKS.format(3))
        for _ in range(2):
            write(owner)
    chained(log, 5)
    report = verification.verify(log.address("owner"), KEYS, path)
    assert [(fault.seq, "another link" in fault.what) for fault in report.first] == [(4, True)]


def test_it_shows_the_first_of_many_faults(log, path, monkeypatch):
    monkeypatch.setattr(verification, "_SHOWN", 2)
    report = verification.verify(log.address("sealer"), AuditKeys(["x" * 40]), path)
    assert (report.faults, len(report.first)) == (6, 2)


def test_it_counts_what_waits_for_its_link(committed, path):
    with psycopg.connect(committed.address("runtime")) as runtime:
        write(runtime)
        runtime.commit()
        report = verification.verify(committed.address("sealer"), KEYS, path)
    assert report.whole
    assert (report.entries, report.links, report.unsealed) == (1, 0, 1)
    assert report.oldest_unsealed_seconds is not None


def test_it_finds_the_same_in_other_surroundings(log, path, monkeypatch):
    for name, value in {"PGTZ": "Asia/Tokyo", "PGCLIENTENCODING": "LATIN1", "PGDATESTYLE": "SQL, DMY"}.items():
        monkeypatch.setenv(name, value)
    with psycopg.connect(log.address("owner")) as owner:
        assert owner.execute("SHOW timezone").fetchone() == ("Asia/Tokyo",)
    assert verification.verify(log.address("sealer"), KEYS, path).whole
