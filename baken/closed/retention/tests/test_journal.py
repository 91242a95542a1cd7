# SPDX-License-Identifier: EUPL-1.2
"""The journal is only added to, survives a write that was cut off, and is never read by halves."""

import stat
from datetime import date
from uuid import UUID

import pytest

from baken.closed.retention.journal import Erased, JournalDamaged, JournalMissing, append, read

ONE = Erased(UUID(int=1), date(2026, 11, 28), "term", "wgbo-20-years")
TWO = Erased(UUID(int=2), date(2026, 11, 29), "request", "request-3-months")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "journal.jsonl"


def test_it_tells_what_was_added_in_order(path):
    append(path, ONE)
    append(path, TWO)
    assert read(path) == [ONE, TWO]


def test_it_is_for_its_owner_alone(path):
    append(path, ONE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_it_adds_nothing_twice(path):
    append(path, ONE)
    before = path.read_bytes()
    append(path, ONE)
    assert path.read_bytes() == before


@pytest.mark.parametrize("cut", [1, 20, 60, -1])
def test_it_makes_up_for_a_line_that_was_cut_off(path, cut):
    append(path, TWO)
    whole = path.read_bytes()
    append(path, ONE)
    line = path.read_bytes()[len(whole) :]
    path.write_bytes(whole + line[: len(line) - 1 if cut == -1 else cut])
    append(path, ONE)
    append(path, ONE)
    assert set(read(path)) == {TWO, ONE}
    assert path.read_bytes().startswith(whole)


@pytest.mark.parametrize("line", ["[]", "nonsense", '{"dossier": "x"}', '{"dossier": 1, "on": 2}', "\ufffd"])
def test_it_refuses_to_be_read_where_a_line_is_lost(path, line):
    append(path, ONE)
    path.write_bytes(path.read_bytes() + line.encode() + b"\n")
    append(path, TWO)
    with pytest.raises(JournalDamaged, match="1 lines"):
        read(path)


def test_it_says_that_it_is_missing(path):
    with pytest.raises(JournalMissing, match="bring it"):
        read(path)
