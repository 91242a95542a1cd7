# SPDX-License-Identifier: EUPL-1.2
"""The log's secret gives two keys that have nothing to do with each other, and is kept from other accounts."""

import pytest

from baken.closed.audit.keys import AuditKey, AuditKeyError, AuditKeys

NEW, OLD = "nieuw-verzonnen-geheim-0123456789-abc", "oud-verzonnen-geheim-0123456789-abcde"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "audit_key"
    path.touch(mode=0o600)
    return path


def test_it_derives_the_same_keys_every_time():
    one, two = AuditKey.of(NEW), AuditKey.of(NEW)
    assert (one.id, one.chain) == (two.id, two.chain)
    assert one.pen.private_bytes_raw() == two.pen.private_bytes_raw()
    assert one.pen.private_bytes_raw() != one.chain


def test_it_gives_each_secret_other_keys():
    one, two = AuditKey.of(NEW), AuditKey.of(OLD)
    assert one.id != two.id
    assert one.chain != two.chain


def test_it_seals_with_the_newest_and_knows_the_older(path):
    path.write_text(f"{NEW}\n\n{OLD}\n")
    keys = AuditKeys.read(path)
    assert keys.newest.id == AuditKey.of(NEW).id
    assert set(keys.by_id) == {AuditKey.of(NEW).id, AuditKey.of(OLD).id}


@pytest.mark.parametrize("text", ["", "\n\n", "kort\n", f"{NEW}\nkort\n"])
def test_it_refuses_a_secret_that_can_be_guessed(path, text):
    path.write_text(text)
    with pytest.raises(AuditKeyError):
        AuditKeys.read(path)


def test_it_refuses_a_file_that_every_account_may_read(path):
    path.write_text(NEW)
    path.chmod(0o604)
    with pytest.raises(AuditKeyError, match="open to every account"):
        AuditKeys.read(path)


def test_it_says_in_one_line_that_there_is_no_key(tmp_path):
    with pytest.raises(AuditKeyError, match="cannot read the log's key absent"):
        AuditKeys.read(tmp_path / "absent")
