# SPDX-License-Identifier: EUPL-1.2
"""What was sealed opens with its key and with no other, in pieces, and only when it is whole."""

import io
import stat
import tracemalloc

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.core.backups import sealing
from baken.core.backups.naming import BackupError

KEY = pyrage.x25519.Identity.generate()


class Zeros:
    """Gives so many bytes."""

    def __init__(self, size):
        self.left = size

    def read(self, size):
        given = min(size, self.left)
        self.left -= given
        return bytes(given)


class Counted:
    """Takes bytes and keeps none."""

    def __init__(self):
        self.size = 0

    def write(self, data):
        self.size += len(data)
        return len(data)

    def flush(self):
        pass


def sealed(path, reader):
    with sealing.beside(path) as sink:
        sealing.seal(reader, sink, [KEY.to_public()])
    return sink.sum


def opened(path, key=KEY):
    sink = io.BytesIO()
    sealing.unseal(path, sink, [key])
    return sink.getvalue()


@given(first=st.binary(max_size=100), rest=st.binary(max_size=200_000))
def test_what_was_sealed_opens_as_it_was(tmp_path_factory, first, rest):
    path = tmp_path_factory.mktemp("sealed") / "a"
    told = sealed(path, sealing.Joined(first, io.BytesIO(rest)))
    assert opened(path) == first + rest
    assert told == sealing.summed(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_memory_stays_small_at_any_size(tmp_path):
    size = 64 << 20
    tracemalloc.start()
    sealed(tmp_path / "a", Zeros(size))
    sealing.unseal(tmp_path / "a", counted := Counted(), [KEY])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert counted.size == size
    assert most < size / 16


def test_another_key_opens_nothing(tmp_path):
    sealed(tmp_path / "a", io.BytesIO(b"verzonnen"))
    with pytest.raises(BackupError, match="does not open with this private key"):
        opened(tmp_path / "a", pyrage.x25519.Identity.generate())


@pytest.mark.parametrize("size", [1, 100, 70_000])
@pytest.mark.parametrize("cut", [1, 20])
def test_what_was_cut_off_does_not_open(tmp_path, size, cut):
    path = tmp_path / "a"
    sealed(path, Zeros(size))
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(BackupError):
        opened(path)


def test_what_was_altered_does_not_open(tmp_path):
    path = tmp_path / "a"
    sealed(path, Zeros(1000))
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    with pytest.raises(BackupError, match="altered or cut off"):
        opened(path)


def test_a_file_that_fails_halfway_leaves_nothing(tmp_path):
    class Broken:
        def read(self, size):
            raise OSError("the disk is gone")

    with pytest.raises(BackupError, match="the disk is gone"):
        sealed(tmp_path / "a", Broken())
    assert list(tmp_path.iterdir()) == []


def test_several_recipients_may_be_named():
    text = f" {KEY.to_public()} , {pyrage.x25519.Identity.generate().to_public()},"
    assert len(sealing.recipients(text)) == 2
    assert sealing.recipients("") == []


@pytest.mark.parametrize("text", ["age1", "ssh-ed25519 AAAA", str(KEY)], ids=["cut off", "another kind", "private"])
def test_a_word_that_is_no_public_key_is_refused_and_never_repeated(text):
    with pytest.raises(BackupError, match="a public key of age") as refusal:
        sealing.recipients(text)
    assert str(KEY) not in str(refusal.value)


def test_private_keys_are_read_as_they_are_written(tmp_path):
    path = tmp_path / "identity"
    path.write_text(f"# created: today\n# public key: {KEY.to_public()}\n{KEY}\n")
    assert [str(each) for each in sealing.identities(path)] == [str(KEY)]


@pytest.mark.parametrize("text", ["", "# only words\n", "AGE-SECRET-KEY-1\n", "\N{BULLET}"])
def test_a_file_without_a_private_key_is_refused(tmp_path, text):
    path = tmp_path / "identity"
    path.write_text(text)
    with pytest.raises(BackupError, match="private key"):
        sealing.identities(path)
