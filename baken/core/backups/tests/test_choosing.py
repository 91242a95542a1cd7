# SPDX-License-Identifier: EUPL-1.2
"""A backup is what its manifest names, with the newest keys there are."""

import pytest

from baken.core.backups import choosing, naming, sealing
from baken.core.backups.manifest import Manifest
from baken.core.backups.naming import BackupError

OLD, MIDDLE, NEW = "20260101T000000Z", "20260201T000000Z", "20260301T000000Z"


def lay(folder, stamp, *kinds):
    sums = {}
    for kind in kinds:
        path = folder / naming.sealed(stamp, kind)
        path.write_text(f"{stamp} {kind}")
        sums[kind] = sealing.summed(path)
    (folder / naming.manifest(stamp)).write_text(Manifest(stamp, "1", sums).text)


def names(chosen):
    return [each.path.name for each in chosen]


def test_it_takes_the_newest_files_before_keys(tmp_path):
    for stamp in (NEW, OLD):
        lay(tmp_path, stamp, "keys", "closed", "open")
    assert names(choosing.choose(tmp_path)) == [f"{NEW}-open.age", f"{NEW}-closed.age", f"{NEW}-keys.age"]


def test_an_older_one_is_opened_with_the_newest_keys_there_are(tmp_path):
    for stamp in (OLD, MIDDLE, NEW):
        lay(tmp_path, stamp, "closed", "keys")
    (tmp_path / naming.sealed(OLD, "keys")).unlink()
    assert names(choosing.choose(tmp_path, OLD)) == [f"{OLD}-closed.age", f"{NEW}-keys.age"]


def test_keys_older_than_the_files_are_never_taken(tmp_path):
    for stamp in (OLD, NEW):
        lay(tmp_path, stamp, "closed", "keys")
    (tmp_path / naming.sealed(NEW, "keys")).unlink()
    with pytest.raises(BackupError, match="no keys"):
        choosing.choose(tmp_path)


@pytest.mark.parametrize("stamp", ["", NEW])
def test_it_tells_that_there_is_none(tmp_path, stamp):
    with pytest.raises(BackupError, match="there is no backup"):
        choosing.choose(tmp_path, stamp)


def test_a_manifest_under_another_name_is_refused(tmp_path):
    lay(tmp_path, OLD, "open")
    (tmp_path / naming.manifest(OLD)).rename(tmp_path / naming.manifest(NEW))
    with pytest.raises(BackupError, match="the manifest of another moment"):
        choosing.choose(tmp_path)


def test_a_file_is_as_it_was_or_refused(tmp_path):
    lay(tmp_path, OLD, "open", "closed")
    opened, closed = choosing.choose(tmp_path)
    closed.check()
    opened.path.write_text("other")
    with pytest.raises(BackupError, match="altered or cut off"):
        opened.check()
    closed.path.unlink()
    with pytest.raises(BackupError, match="is not there"):
        closed.check()
