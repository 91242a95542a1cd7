# SPDX-License-Identifier: EUPL-1.2
import json

import pytest

from baken.design.vendor import INSTALLED, LOCK, ROOT, is_current, packages

ONE = {"": {"version": "1"}, "node_modules/x": {"version": "1", "integrity": "sha512-x"}}


def write(root, name, entries):
    path = root / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"packages": entries}), encoding="utf-8")


@pytest.fixture
def root(tmp_path):
    write(tmp_path, LOCK, ONE)
    write(tmp_path, INSTALLED, {"node_modules/x": ONE["node_modules/x"]})
    (tmp_path / "node_modules" / "x").mkdir()
    return tmp_path


def test_it_leaves_what_is_there_alone(root):
    assert is_current(root)


def test_it_notices_another_digest(root):
    write(root, INSTALLED, {"node_modules/x": {"integrity": "sha512-y"}})
    assert not is_current(root)


def test_it_notices_a_folder_that_went(root):
    (root / "node_modules" / "x").rmdir()
    assert not is_current(root)


@pytest.mark.parametrize("text", ["", "{", "{}"])
def test_it_reads_a_broken_record_as_nothing_installed(root, text):
    (root / INSTALLED).write_text(text)
    assert not is_current(root)


def test_it_locks_digests_and_no_address():
    lock = json.loads((ROOT / LOCK).read_text(encoding="utf-8"))
    assert all(packages(ROOT / LOCK).values())
    assert [name for name, entry in lock["packages"].items() if "resolved" in entry] == []


def test_it_takes_no_closed_design():
    names = packages(ROOT / LOCK)
    assert [name for name in names if "design-tokens" in name or "rijkshuisstijl" in name] == []
