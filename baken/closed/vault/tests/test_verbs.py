# SPDX-License-Identifier: EUPL-1.2
"""The verbs of keys, as a shell uses them."""

import contextlib
from datetime import timedelta

import pytest
from click.testing import CliRunner

from baken.closed.audit.activities import Activity
from baken.closed.vault import rotating
from baken.closed.vault.models import DossierKey, Kek
from baken.closed.vault.reads import dossier_key
from baken.closed.vault.rootkey import RootKeys
from baken.closed.vault.tests.conftest import keyed
from baken.core import addresses, doors
from baken.core.clock import now
from baken.verbs.keys import keys

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture(autouse=True)
def door_is_open(monkeypatch, root_file, database_copy):
    given = {"BAKEN_CLOSED_BACKUP_URL": database_copy.address("backup")}
    monkeypatch.setattr(doors, "ready", lambda door: contextlib.nullcontext())
    monkeypatch.setattr(addresses, "addressed", lambda door: contextlib.nullcontext(given))
    monkeypatch.setenv("BAKEN_ROOT_KEY", str(root_file))
    return given


@pytest.fixture
def told(monkeypatch):
    """Return what the log is told."""
    entries = []
    monkeypatch.setattr("baken.closed.audit.actions.record", lambda **entry: entries.append(entry))
    return entries


def run(*words, given=None):
    return CliRunner().invoke(keys, words, input=given)


def test_it_rotates(told, root_file, dossier):
    key = dossier_key(dossier)
    result = run("rotate")
    assert result.output == "1 keys made\n1 keys wrapped by a new version\n1 keys destroyed\n"
    assert dossier_key(dossier) == key
    (entry,) = told
    assert (entry["activity"], entry["kind"]) == (Activity.KEY_CEREMONY, "rotation")
    assert entry["facts"] == {"root": RootKeys.read(root_file).newest.mark}


def test_it_says_that_there_is_nothing_to_rotate(told):
    assert run("rotate").output == "nothing to rotate\n"


def test_it_rotates_the_root_key(told, root_file, dossier):
    old = RootKeys.read(root_file).newest
    run("rotate", "--root")
    new, kept = RootKeys.read(root_file)
    assert kept == old
    assert Kek.objects.get(destroyed_at=None).root == new.mark


def test_a_change_of_the_root_key_that_was_cut_off_is_finished_and_not_begun_again(
    told, root_file, dossier, monkeypatch
):
    with monkeypatch.context() as patch:
        patch.setattr(rotating, "steps", lambda: (_ for _ in ()).throw(SystemExit))
        run("rotate", "--root")
    assert len(list(RootKeys.read(root_file))) == 2
    run("rotate", "--root")
    assert len(list(RootKeys.read(root_file))) == 2
    assert rotating.all_under_newest_root()


def test_the_paper_gives_the_root_key_back(told, root_file, tmp_path):
    result = run("split")
    mark = RootKeys.read(root_file).newest.mark
    assert mark in result.output
    lists = [line[3:] for line in result.output.splitlines() if line[:2] in {"1:", "2:", "3:"}]
    assert len(lists) == 3
    again = tmp_path / "again"
    result = run("combine", "--into", str(again), given=f"{lists[2]}\n\n{lists[0]}\n")
    assert result.output == f"root key {mark} written to {again}\n"
    assert again.read_text() == root_file.read_text()
    assert again.stat().st_mode & 0o777 == 0o600
    assert [(entry["kind"], entry["facts"]) for entry in told] == [("split", {"root": mark})]


def test_combining_overwrites_nothing_and_leaves_nothing_by_halves(root_file, tmp_path):
    before = root_file.read_text()
    assert run("combine", "--into", str(root_file), given="a\nb\n").exit_code == 1
    assert root_file.read_text() == before
    again = tmp_path / "again"
    assert run("combine", "--into", str(again), given="one list of words only\n").exit_code == 1
    assert not again.exists()


def test_it_checks(dossier):
    assert run("check").output == "sound: 3 keys open\n"
    DossierKey.objects.update(wrapped=b"x")
    result = run("check")
    assert result.exit_code == 1
    assert str(dossier) in result.output
    assert "2 keys open; 1 faults" in result.output


def test_it_sweeps_orphans_and_nothing_else(told, dossier, monkeypatch):
    orphan = keyed()
    DossierKey.objects.update(made_at=now() - timedelta(hours=2))
    monkeypatch.setattr("baken.verbs.keys._dossiers", lambda: contextlib.nullcontext(lambda asked: [dossier]))
    assert run("sweep").output == "1 keys without a dossier destroyed\n"
    assert DossierKey.objects.get().pk == dossier
    assert [(entry["kind"], entry["objects"]) for entry in told] == [("orphan", [orphan])]
    assert run("sweep").output == "0 keys without a dossier destroyed\n"


def test_it_sweeps_nothing_in_doubt(told, dossier):
    DossierKey.objects.update(made_at=now() - timedelta(hours=2))
    result = run("sweep")
    assert result.exit_code == 1
    assert "not one of 1" in str(result.exception)
    assert DossierKey.objects.exists()


def test_it_asks_for_the_role_that_sees_all(door_is_open):
    door_is_open.clear()
    result = run("sweep")
    assert result.exit_code == 1
    assert "BAKEN_CLOSED_BACKUP_URL" in result.output


def test_the_log_takes_it(dossier):
    for words in (["rotate"], ["split"]):
        assert run(*words).exit_code == 0
