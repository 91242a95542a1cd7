# SPDX-License-Identifier: EUPL-1.2
"""A backup under load, restored into another home: everything is there, and nobody who was erased."""

import json
import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pyrage
import pytest

from baken.closed.audit import ledger, sealing
from baken.closed.audit.keys import AuditKeys
from baken.core import embedded, roles
from baken.core.backups import naming
from baken.core.backups import sealing as sealed
from baken.core.backups.manifest import Manifest
from baken.verbs import restored
from tests import folders, homes
from tests.lifecycle import files, houses

NOT_IN_A_BACKUP = ("root_key", "audit_key", "factor_key")
SEEN = [
    "SELECT count(*) FROM access_dossier",
    "SELECT count(*) FROM casework_note",
    "SELECT count(*) FROM access_teamplace",
    "SELECT count(*) FROM audit_entry",
]
SOME = "SELECT id FROM access_dossier ORDER BY opened_at LIMIT 1"


@dataclass(frozen=True)
class Backup:
    """A backup that was made while somebody wrote, with what must be in it."""

    home: Path
    folder: Path
    identity: Path
    promised: set[str]
    erased: str
    said: str

    @property
    def journal(self) -> Path:
        return self.home / "erasure-journal.jsonl"

    @property
    def heads(self) -> Path:
        return self.home / "audit-heads.jsonl"

    def file(self, kind: str) -> Path:
        return next(self.folder.glob(f"*{kind}"))


def run(home: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """Run the command `baken` with a home, to its end."""
    command = [sys.executable, "-c", "from baken.cli import main; main()", *map(str, words)]
    around = houses.environment(home)
    return subprocess.run(command, env=around, cwd=houses.ROOT, capture_output=True, text=True, check=False)


def seal_log(place: files.Files) -> None:
    """Chain what is in the log and sign its head, as the sealer does every few minutes."""
    key = AuditKeys.read(place.home / "secrets" / "audit_key").newest
    with ledger.connect(place.given["BAKEN_SEALER_URL"]) as connection:
        sealing.Sealer(connection, key).seal()
        sealing.sign(connection, key, place.home / "audit-heads.jsonl")


@pytest.fixture(scope="module")
def made() -> Iterator[Backup]:
    """Provide a backup that was taken while somebody wrote; afterwards one of the files in it was erased."""
    path = folders.temporary("bl-")
    home, folder, identity = path / "a", path / "kept", path / "identity"
    key = pyrage.x25519.Identity.generate()
    identity.write_text(f"# made up\n{key}\n")
    homes.lay("migrated", home)
    with files.kept(home) as place:
        asker = place.found()
        promised = files.promises(place.run("write", *asker, "8"))
        seal_log(place)
        with place.writing(path / "told", *asker) as writer:
            while not (path / "told").read_text().startswith("dossier"):
                time.sleep(0.1)
            done = run(home, "backup", "--to", folder, "--recipient", key.to_public(), "--door", "closed")
            assert writer.poll() is None
        assert done.returncode == 0, done.stderr
        with psycopg.connect(place.given["BAKEN_CLOSED_OWNER_URL"]) as connection:
            erased = str(connection.execute(SOME).fetchone()[0])
        place.run("erase", erased, as_owner=True)
        seal_log(place)
    yield Backup(home, folder, identity, promised, erased, done.stdout)
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture
def empty(home: Path, made: Backup) -> Path:
    """Provide an empty home with the keys that no backup holds in their places."""
    (home / "secrets").mkdir(mode=0o700)
    for name in NOT_IN_A_BACKUP:
        shutil.copy(made.home / "secrets" / name, home / "secrets" / name)
    return home


@pytest.fixture
def copied(made: Backup, tmp_path: Path) -> Path:
    """Provide a copy of the backup that a test may spoil."""
    return Path(shutil.copytree(made.folder, tmp_path / "copy"))


def refused(home: Path, made: Backup, folder: Path, *words: object) -> str:
    """Try to restore; it must be refused in one line, with no database made."""
    words = words or ("--identity", made.identity, "--journal", made.journal)
    done = run(home, "restore", "--from", folder, *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1, done.stderr
    assert not (home / "cluster").exists()
    return done.stderr


def test_a_backup_is_sealed_files_for_their_owner_alone_and_a_signed_manifest(made):
    names = sorted(naming.read(each.name).kind for each in made.folder.glob("[0-9]*"))
    assert names == ["", "closed", "keys"]
    assert {stat.S_IMODE(each.stat().st_mode) for each in made.folder.glob("[0-9]*")} == {0o600}
    assert made.file("closed.age").read_bytes().startswith(b"age-encryption.org/v1\n")
    assert Manifest.of(made.file(".json").read_text()).signature
    assert "the root key" in made.said


def test_the_log_tells_of_a_backup_before_it_is_made_and_how_it_ended(made):
    with files.kept(made.home) as place, psycopg.connect(place.given["BAKEN_CLOSED_OWNER_URL"]) as connection:
        text = "SELECT outcome, facts FROM audit_entry WHERE activity = 'backup' ORDER BY xid"
        (first, begun), (last, ended) = connection.execute(text).fetchall()
    assert (first, begun["step"], last, ended["step"]) == ("done", "begun", "done", "ended")
    assert ended["closed-sha256"] == sealed.summed(made.file("closed.age")).sha256


def test_it_restores_everything_as_it_was_but_for_who_was_erased(empty, made):
    words = ("--identity", made.identity, "--journal", made.journal, "--heads", made.heads)
    done = run(empty, "restore", "--from", made.folder, *words)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("all rights as they were") == 2
    assert "1 erasures replayed" in done.stdout
    assert "the log is whole" in done.stdout
    assert "is lost" in done.stdout  # the head that was signed after the backup tells how much
    with files.kept(empty) as place:
        found = json.loads(place.run("count", as_owner=True))
        left = {text for text in made.promised if made.erased not in text}
        assert len(left) == len(made.promised) - 3
        assert left <= set(found["notes"])
        assert not any(made.erased in text for text in found["notes"])
        assert set(found["half"].values()) == {0}, found["half"]
        check_rights(place.given)
    assert made.erased in (empty / "erasure-journal.jsonl").read_text()
    verified = run(empty, "audit", "verify")
    assert (verified.returncode, verified.stdout.endswith("The log is whole.\n")) == (0, True), verified.stderr
    again = run(empty, "restore", "--from", made.folder, *words)
    assert again.returncode == 1
    assert again.stderr == "baken: the database baken_closed is not empty; restore into an empty server only\n"


def check_rights(given: dict[str, str]) -> None:
    """See with our own eyes what the verb told: row-level security stands, and the log is only added to."""
    runtime = given["BAKEN_CLOSED_DATABASE_URL"]
    assert roles.faults(runtime) == roles.faults(given["BAKEN_KEYS_DATABASE_URL"]) == []
    with psycopg.connect(runtime, autocommit=True) as connection:
        assert [connection.execute(text).fetchone() for text in SEEN] == [(0,)] * len(SEEN)
        for text in ("UPDATE audit_entry SET kind = ''", "DELETE FROM audit_entry", "DELETE FROM casework_note"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(text)
    guarded = pytest.raises(psycopg.errors.InsufficientPrivilege, match="only added to")
    with psycopg.connect(given["BAKEN_CLOSED_OWNER_URL"]) as connection, guarded:
        connection.execute("DELETE FROM audit_entry")


def test_it_refuses_to_do_without_a_journal(empty, made):
    line = refused(empty, made, made.folder, "--identity", made.identity)
    assert line.startswith("baken: --journal is needed")
    both = ("--identity", made.identity, "--journal", made.journal, "--no-erasures-ever")
    assert refused(empty, made, made.folder, *both) == line


def test_it_refuses_another_private_key(empty, made, tmp_path):
    other = tmp_path / "other"
    other.write_text(str(pyrage.x25519.Identity.generate()))
    line = refused(empty, made, made.folder, "--identity", other, "--journal", made.journal)
    assert "does not open with this private key" in line


def test_it_refuses_before_the_root_key_is_in_place(empty, made):
    (empty / "secrets" / "root_key").unlink()
    assert "root_key" in refused(empty, made, made.folder)


@pytest.mark.parametrize("kind", ["closed.age", "keys.age"])
def test_it_refuses_a_file_that_was_cut_off(empty, made, copied, kind):
    path = next(copied.glob(f"*{kind}"))
    os.truncate(path, path.stat().st_size - 1)
    assert "altered or cut off" in refused(empty, made, copied)


def test_it_refuses_a_file_that_was_altered(empty, made, copied):
    path = next(copied.glob("*closed.age"))
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    assert "altered or cut off" in refused(empty, made, copied)


def test_it_refuses_a_file_that_somebody_else_sealed_with_a_manifest_of_their_own(empty, made, copied):
    """Whoever knows the public key can seal anything to it; nobody but us can sign for it."""
    path, beside = next(copied.glob("*closed.age")), next(copied.glob("*.json"))
    key = sealed.identities(made.identity)[0].to_public()
    path.write_bytes(pyrage.encrypt(b'{"kind": "closed", "rows": {}, "rights": []}\n', [key]))
    told = json.loads(beside.read_text())
    told["files"]["closed"] = sealed.summed(path)._asdict()
    beside.write_text(json.dumps(told))
    assert "was altered after it was signed" in refused(empty, made, copied)


def test_a_journal_that_lacks_what_the_log_says_was_erased_lets_nobody_in(empty, made, tmp_path):
    stale = tmp_path / "journal"
    stale.touch()
    with files.kept(made.home) as place:
        word = "INSERT INTO audit_entry (id, at, trace, activity, action, kind, outcome, dossier_id, roles, requestor,"
        word += " purpose, session, address, objects_touched, part, sensitivity, facts, ground, site, component)"
        word += " SELECT gen_random_uuid(), now(), '', 'erasure', 'D', 'dossier', 'done', id, '{}', false, '', '', '',"
        word += " '{}', '', '', '{}', '', 'closed', 'command' FROM access_dossier ORDER BY opened_at LIMIT 1"
        with psycopg.connect(place.given["BAKEN_CLOSED_OWNER_URL"]) as connection:
            connection.execute(word)
        key, folder = sealed.identities(made.identity)[0].to_public(), tmp_path / "kept"
        assert run(made.home, "backup", "--to", folder, "--recipient", key, "--door", "closed").returncode == 0
    done = run(empty, "restore", "--from", folder, "--identity", made.identity, "--journal", stale)
    assert done.returncode == 1
    assert "the journal lacks 1 dossiers" in done.stderr
    with embedded.running(empty) as found:
        with pytest.raises(psycopg.OperationalError, match="permission denied"):
            psycopg.connect(found["BAKEN_CLOSED_DATABASE_URL"])
        never = restored.not_erased(found["BAKEN_CLOSED_OWNER_URL"], found["BAKEN_KEYS_OWNER_URL"], never=True)
    assert never == "the log tells of 1 erasures: restore again with --journal"


def test_nothing_is_read_that_cannot_be_logged(made, tmp_path):
    key = sealed.identities(made.identity)[0].to_public()
    with (
        files.kept(made.home) as place,
        psycopg.connect(place.given["BAKEN_CLOSED_OWNER_URL"], autocommit=True) as owner,
    ):
        owner.execute("REVOKE INSERT ON audit_entry FROM baken_closed_runtime")
        try:
            done = run(made.home, "backup", "--to", tmp_path / "kept", "--recipient", key, "--door", "closed")
        finally:
            owner.execute("GRANT INSERT ON audit_entry TO baken_closed_runtime")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "permission denied for table audit_entry" in done.stderr
    assert [each.name for each in (tmp_path / "kept").iterdir()] == [".lock"]


@pytest.mark.long
def test_the_open_door_goes_there_and_back(home, tmp_path):
    """Without the log's key nothing is signed; with Wagtail's tables, a vector type and the change log's triggers."""
    key, identity = pyrage.x25519.Identity.generate(), tmp_path / "identity"
    identity.write_text(str(key))
    (home / "a").mkdir()
    assert run(home / "a", "migrate", "--door", "open").returncode == 0
    made = run(home / "a", "backup", "--to", tmp_path / "kept", "--recipient", key.to_public(), "--door", "open")
    assert made.returncode == 0, made.stderr
    (home / "b").mkdir()
    done = run(home / "b", "restore", "--from", tmp_path / "kept", "--identity", identity)
    assert done.returncode == 0, done.stderr
    assert "all rights as they were" in done.stdout


def test_a_backup_without_a_recipient_is_refused(made, tmp_path):
    done = run(made.home, "backup", "--to", tmp_path / "kept")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "BAKEN_BACKUP_RECIPIENT" in done.stderr
    assert not (tmp_path / "kept").exists()


def test_a_backup_removes_older_ones_and_leaves_strangers_alone(made, tmp_path):
    folder, key = tmp_path / "kept", sealed.identities(made.identity)[0].to_public()
    folder.mkdir()
    old = ["20200101T000000Z-closed.age", "20200101T000000Z-keys.age", "20200101T000000Z.json"]
    for name in [*old, "letter.txt", "20200101T000000Z-closed.age.part"]:
        (folder / name).touch()
    done = run(made.home, "backup", "--to", folder, "--recipient", key, "--door", "closed")
    assert done.returncode == 0, done.stderr
    assert "3 older files removed" in done.stdout
    left = {each.name for each in folder.iterdir()}
    assert not left & {*old, "20200101T000000Z-closed.age.part"}
    assert "letter.txt" in left
    assert len([name for name in left if naming.read(name)]) == 3
