# SPDX-License-Identifier: EUPL-1.2
"""Every committed entry gets its one link, in settled order, whoever commits first, and whoever is killed."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
import time

import psycopg
import pytest

from baken.closed.audit import heads, ledger, sealing, verification
from baken.closed.audit.sealing import Sealer
from baken.closed.audit.tests.ledgers import KEYS, SECONDS, SECRET, awaited, chained, linked, seal, write, written
from baken.settings import environment

CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'baken-audit'"


@pytest.fixture
def runtime(committed):
    """Connect as the runtime role, as often as is asked."""
    with contextlib.ExitStack() as stack:
        yield lambda: stack.enter_context(contextlib.closing(psycopg.connect(committed.address("runtime"))))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "heads.jsonl"


@pytest.fixture
def running(committed, path):
    """Run a sealer in a thread, as often as is asked, until the test ends."""
    stopped, threads = threading.Event(), []

    def start(**options):
        words = (committed.address("sealer"), KEYS.newest, path, stopped)
        threads.append(threading.Thread(target=sealing.run, args=words, kwargs=options))
        threads[-1].start()

    def stop():
        stopped.set()
        for thread in threads:
            thread.join(SECONDS)

    start.stop = stop
    yield start
    stop()


def commit(connection, **columns):
    entry = write(connection, **columns)
    connection.commit()
    return entry


def whole(copy, path):
    report = verification.verify(copy.address("sealer"), KEYS, path)
    return (report.first, report.unsealed) == ([], 0)


def test_it_waits_for_a_transaction_that_began_before_and_then_takes_it_first(committed, runtime):
    slow, quick = runtime(), runtime()
    first = write(slow)
    second = commit(quick)
    seal(committed)
    assert linked(committed) == []
    slow.commit()
    assert chained(committed, 2) == [first, second]


def test_it_seals_what_is_older_than_an_open_transaction(committed, runtime):
    slow, quick = runtime(), runtime()
    first = commit(quick)
    write(slow)
    assert chained(committed, 1) == [first]


def test_it_takes_up_later_what_had_to_wait(committed, runtime):
    """The same sealer, which remembers how far it came, passes over nothing."""
    slow, quick = runtime(), runtime()
    with ledger.connect(committed.address("sealer")) as connection:
        sealer = Sealer(connection, KEYS.newest)
        before = commit(quick)
        assert chained(committed, 1, sealer.seal) == [before]
        late = write(slow)
        between = commit(quick)
        sealer.seal()
        assert linked(committed) == [before]
        slow.commit()
        after = commit(quick)
        assert chained(committed, 4, sealer.seal) == [before, late, between, after]


def test_it_seals_nothing_of_what_was_rolled_back(committed, runtime):
    connection = runtime()
    write(connection)
    connection.rollback()
    kept = commit(connection)
    assert chained(committed, 1) == [kept]


def test_it_seals_a_part_of_a_transaction_that_was_taken_back(committed, runtime):
    """What is written in a savepoint counts under the number of the whole transaction."""
    connection = runtime()
    with connection.transaction():
        kept = write(connection)
        with contextlib.suppress(ZeroDivisionError), connection.transaction():
            write(connection)
            raise ZeroDivisionError
        with connection.transaction():
            also = write(connection)
    assert set(chained(committed, 2)) == {kept, also}


def test_it_seals_batch_by_batch(committed, runtime, monkeypatch):
    monkeypatch.setattr(sealing, "_BATCH", 3)
    connection = runtime()
    for count in (1, 7, 2, 1):
        for _ in range(count):
            write(connection)
        connection.commit()
    with ledger.connect(committed.address("sealer")) as sealer:
        assert chained(committed, 11, Sealer(sealer, KEYS.newest).seal) == written(committed)


def test_it_seals_what_another_server_wrote(committed, runtime, monkeypatch):
    """A restored backup brings transaction numbers that this server has not reached."""
    monkeypatch.setattr(sealing, "_BATCH", 2)
    with psycopg.connect(committed.address("owner")) as owner:
        brought = [write(owner, xid=str(10**12 + number)) for number in range(5)]
    own = commit(runtime())
    with ledger.connect(committed.address("sealer")) as sealer:
        assert chained(committed, 6, Sealer(sealer, KEYS.newest).seal) == [*brought, own]


def test_two_sealers_make_one_chain(committed, runtime, running, path):
    running()
    running()
    connection = runtime()
    entries = {commit(connection) for _ in range(50)}
    awaited(lambda: set(linked(committed)) == entries)
    running.stop()
    assert len(linked(committed)) == len(entries)
    assert whole(committed, path)


def test_a_sealer_looks_on_while_another_has_the_turn(committed, runtime):
    commit(runtime())
    with ledger.connect(committed.address("sealer")) as other, other.transaction():
        assert ledger.obtain_turn(other)
        seal(committed)
        assert linked(committed) == []
    assert len(chained(committed, 1)) == 1


def storm(address, seed, enough, done):
    """Write in many short transactions, some of several entries, some with pauses, some taken back."""
    chance = random.Random(seed)  # noqa: S311 - decides nothing but pauses
    with psycopg.connect(address) as connection:
        while not enough.is_set():
            entries = [write(connection) for _ in range(chance.randint(1, 3))]
            time.sleep(chance.random() / 50)
            if chance.random() < 0.2:
                connection.rollback()
            else:
                connection.commit()
                done.extend(entries)


@pytest.fixture
def stormy(committed):
    """Let six writers write at once until the fixture is called; it gives what they committed."""
    done, enough = [], threading.Event()
    words = [(committed.address("runtime"), seed, enough, done) for seed in range(6)]
    threads = [threading.Thread(target=storm, args=each) for each in words]
    for thread in threads:
        thread.start()

    def end():
        enough.set()
        for thread in threads:
            thread.join(SECONDS)
        return done

    yield end
    end()


def test_it_skips_nobody_while_many_write_and_one_is_slow(committed, runtime, stormy, running, path):
    slow = runtime()
    late = write(slow)
    running()
    running()
    awaited(lambda: len(written(committed)) > 200)
    before = len(linked(committed))
    slow.commit()
    awaited(lambda: len(linked(committed)) > before + 200)
    done = {late, *stormy()}
    awaited(lambda: set(linked(committed)) == done)
    running.stop()
    assert linked(committed) == written(committed)
    assert whole(committed, path)


@contextlib.contextmanager
def child(committed, folder):
    """Run the sealer in a process of its own, as the door does."""
    key = folder / "audit_key"
    key.touch(mode=0o600)
    key.write_text(SECRET)
    around = {
        "BAKEN_SEALER_URL": committed.address("sealer"),
        "BAKEN_AUDIT_KEY": str(key),
        "BAKEN_AUDIT_HEADS": str(folder / "heads.jsonl"),
    }
    words = [sys.executable, "-m", "baken.verbs.audit"]
    process = subprocess.Popen(words, cwd=environment.ROOT, env=os.environ | around)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_killed_sealer_leaves_a_whole_chain_and_the_next_goes_on(committed, stormy, path, tmp_path):
    for delay in range(4):
        before = len(linked(committed))
        with child(committed, tmp_path):
            awaited(lambda: len(linked(committed)) > before)  # noqa: B023 - asked before it changes
            time.sleep(delay / 20)
    done = stormy()
    assert set(chained(committed, len(done))) == set(done)
    assert linked(committed) == written(committed)
    assert whole(committed, path)


def test_a_sealer_that_is_told_to_stop_seals_and_signs_once_more(committed, runtime, path, tmp_path):
    with child(committed, tmp_path) as process:
        awaited(lambda: heads.read(path).heads)
        entry = commit(runtime())
        process.send_signal(signal.SIGTERM)
        assert process.wait(SECONDS) == 0
    assert linked(committed) == [entry]
    assert heads.read(path).heads[-1].seq == 1


def test_a_batch_that_breaks_off_leaves_nothing_and_is_done_again(committed, runtime, monkeypatch):
    entry = commit(runtime())
    append = ledger.append

    def append_and_fail(connection, links):
        append(connection, links)
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(ledger, "append", append_and_fail)
        with pytest.raises(ZeroDivisionError):
            chained(committed, 1)
    assert linked(committed) == []
    assert chained(committed, 1) == [entry]


def test_it_comes_back_when_its_connection_is_cut(committed, server_home, runtime, running):
    running()
    awaited(lambda: commit(runtime()) and linked(committed))
    with psycopg.connect(server_home.address("superuser", "postgres")) as superuser:
        superuser.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'baken-audit'"
        )
    entry = commit(runtime())
    awaited(lambda: entry in linked(committed))


def test_it_signs_at_once_and_then_again_and_again(committed, running, path):
    running(heads_every=0)
    awaited(lambda: len(heads.read(path).heads) > 2)
    assert {head.seq for head in heads.read(path).heads} == {0}


def test_it_seals_on_where_no_head_can_be_written(committed, runtime, running, path, caplog):
    path.mkdir()
    running()
    awaited(lambda: commit(runtime()) and linked(committed))
    assert "cannot be written" in caplog.text
