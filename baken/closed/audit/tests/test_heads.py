# SPDX-License-Identifier: EUPL-1.2
"""A signed head holds the chain to what it was; a file of heads survives a write that was cut off."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.audit import heads
from baken.closed.audit.keys import AuditKey

KEY = AuditKey.of("verzonnen geheim voor de ketting 1")
OTHER = AuditKey.of("verzonnen geheim voor de ketting 2")
KNOWN = {KEY.id: KEY}
AT = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
HASH = bytes(range(32))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "heads.jsonl"


def faults(*given, links):
    return [fault.what for fault in heads.faults(given, links, KNOWN)]


def test_it_bears_out_the_chain_it_was_signed_on():
    assert faults(heads.sign(KEY, 3, HASH, AT), links={3: HASH}) == []


def test_it_finds_a_tail_that_was_cut_off():
    (what,) = faults(heads.sign(KEY, 3, HASH, AT), links={2: HASH})
    assert "cut off" in what


def test_it_finds_a_chain_that_was_written_anew():
    (what,) = faults(heads.sign(KEY, 3, HASH, AT), links={3: bytes(32)})
    assert "another link" in what


def test_it_refuses_a_head_signed_by_somebody_else():
    (what,) = faults(heads.sign(OTHER, 3, HASH, AT), links={3: HASH})
    assert "not signed" in what


@given(st.sampled_from(["at", "seq", "hash", "key", "signature"]), st.text(max_size=5))
def test_it_finds_any_edit_of_a_head(name, text):
    head = heads.sign(KEY, 3, HASH, AT)
    other = 4 if name == "seq" else text
    assert len(faults(head._replace(**{name: other}), links={3: HASH, 4: HASH})) == 1


def test_it_reads_back_what_it_added(path):
    written = [heads.sign(KEY, seq, HASH, AT) for seq in range(3)]
    for head in written:
        heads.append(path, head)
    assert heads.read(path) == heads.Written(written, 0)


def test_it_has_nothing_without_a_file(path):
    assert heads.read(path) == heads.Written([], 0)


def test_it_goes_on_after_a_line_that_was_cut_off(path):
    head = heads.sign(KEY, 1, HASH, AT)
    heads.append(path, head)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole + whole[:length])
        heads.append(path, head)
        read = heads.read(path)
        assert read.heads[0] == read.heads[-1] == head
        assert len(read.heads) + read.unreadable == 2 + (length > 0)


@pytest.mark.parametrize(
    "line", ["[]", "1", '{"seq": 1}', '{"at": 1, "seq": 1, "hash": "", "key": "", "signature": ""}', "\0"]
)
def test_it_counts_a_line_that_is_no_head(path, line):
    path.write_text(f"{line}\n")
    assert heads.read(path) == heads.Written([], 1)
