# SPDX-License-Identifier: EUPL-1.2
"""The file of root keys is read strictly, and changes whole or not at all."""

import os
from pathlib import Path

import pytest

from baken.closed.vault.rootkey import RootKey, RootKeyError, RootKeys, put_on_top
from baken.closed.vault.sealing import new_key

FIRST, SECOND = RootKey(bytes(range(32))), RootKey(bytes(range(32, 64)))


def file_of(tmp_path: Path, text: str, mode: int = 0o600) -> Path:
    path = tmp_path / "root_key"
    path.write_text(text)
    path.chmod(mode)
    return path


def test_it_reads_the_newest_first(tmp_path):
    keys = RootKeys.read(file_of(tmp_path, f"{SECOND.line}\n\n{FIRST.line}\n"))
    assert list(keys) == [SECOND, FIRST]
    assert keys.newest == SECOND
    assert keys.of(FIRST.mark) == FIRST


def test_it_keeps_its_mark():
    assert FIRST.mark == "52a79a4d6be1d4ed"


def test_it_tells_keys_apart_and_shows_none():
    assert FIRST.mark != SECOND.mark
    assert FIRST.line not in repr(FIRST) + FIRST.mark


def test_it_says_that_a_key_is_gone(tmp_path):
    keys = RootKeys.read(file_of(tmp_path, FIRST.line))
    with pytest.raises(RootKeyError, match=SECOND.mark):
        keys.of(SECOND.mark)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "geheim\n",
        FIRST.line[:-1],
        FIRST.line + "0",
        f"{FIRST.line}\nniet dit\n",
        FIRST.line.upper(),
        "é" * 64,
    ],
)
def test_it_refuses_another_file_and_does_not_quote_it(text, tmp_path):
    with pytest.raises(RootKeyError, match="holds something else") as failure:
        RootKeys.read(file_of(tmp_path, text))
    assert FIRST.line[:16] not in str(failure.value)


def test_it_refuses_bytes_that_are_no_text(tmp_path):
    path = file_of(tmp_path, "")
    path.write_bytes(b"\xff\xfe" * 40)
    with pytest.raises(RootKeyError, match="holds something else"):
        RootKeys.read(path)


@pytest.mark.parametrize("mode", [0o604, 0o602, 0o601, 0o620, 0o644, 0o666])
def test_it_refuses_a_file_that_others_may_read(mode, tmp_path):
    with pytest.raises(RootKeyError, match="others may read"):
        RootKeys.read(file_of(tmp_path, FIRST.line, mode))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_it_refuses_a_group_that_is_not_of_the_system(tmp_path):
    path = file_of(tmp_path, FIRST.line, 0o640)
    os.chown(path, 0, 12345)
    with pytest.raises(RootKeyError, match="others may read"):
        RootKeys.read(path)
    os.chown(path, 12345, 0)
    with pytest.raises(RootKeyError, match="no file of ours"):
        RootKeys.read(path)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes such a file")
def test_it_reads_a_credential_as_systemd_leaves_it(tmp_path):
    assert RootKeys.read(file_of(tmp_path, FIRST.line, 0o440)).newest == FIRST


def test_it_refuses_what_is_no_file(tmp_path):
    with pytest.raises(RootKeyError, match="cannot read"):
        RootKeys.read(tmp_path)
    with pytest.raises(RootKeyError, match="cannot read"):
        RootKeys.read(tmp_path / "nowhere")


def test_it_puts_a_new_key_on_top_for_its_owner_only(tmp_path):
    path = tmp_path / "root_key"
    first, second = put_on_top(path, FIRST), put_on_top(path)
    assert list(RootKeys.read(path)) == [second, first]
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_it_adds_nothing_to_a_file_it_does_not_understand(tmp_path):
    path = file_of(tmp_path, "something of somebody\n")
    with pytest.raises(RootKeyError):
        put_on_top(path)
    assert path.read_text() == "something of somebody\n"


def test_it_says_that_it_cannot_write(tmp_path):
    with pytest.raises(RootKeyError, match="cannot write"):
        put_on_top(tmp_path / "nowhere" / "root_key", RootKey(new_key()))
