# SPDX-License-Identifier: EUPL-1.2
"""The index on disk: swapped whole, amended with its cursor in one commit, rebuilt when damaged."""

import threading

import pytest

from baken.open.search.engine import folder, schema
from baken.open.search.engine.store import Store
from baken.open.search.tests.material import ask, document, ids, store


def test_it_keeps_the_cursor_with_the_data(tmp_path):
    made = store(tmp_path, document("een"), cursor="7")
    assert made.cursor() == "7"
    made.amend(["work:een"], [document("twee")], "12")
    assert made.cursor() == "12"
    assert ids(ask(made)) == ["twee"]


def test_it_keeps_data_and_cursor_when_an_amendment_fails(tmp_path):
    made = store(tmp_path, document("een"), cursor="7")

    def broken():
        yield document("twee")
        raise ValueError("halfway")

    with pytest.raises(ValueError, match="halfway"):
        made.amend(["work:een"], broken(), "12")
    assert (made.cursor(), ids(ask(made))) == ("7", ["een"])
    made.amend(["work:een"], [document("drie")], "13")
    assert (made.cursor(), ids(ask(made))) == ("13", ["drie"])


def test_it_keeps_the_old_index_when_a_build_fails(tmp_path):
    made = store(tmp_path, document("een"), cursor="7")
    with pytest.raises(ZeroDivisionError):
        made.build((document(str(1 // n)) for n in (1, 0)), "12")
    assert (made.cursor(), ids(ask(made))) == ("7", ["een"])
    assert len(list(made.folder.glob("generation-*"))) == 1


def test_it_sees_what_another_process_wrote(tmp_path):
    made = store(tmp_path, document("een"))
    reader = Store(made.folder)
    assert ids(ask(reader)) == ["een"]
    made.amend([], [document("twee")], "8")
    assert ask(reader).total == 2
    made.build([document("drie")], "9")
    assert ids(ask(reader)) == ["drie"]
    assert len(list(made.folder.glob("generation-*"))) == 1


def test_it_answers_while_it_is_rebuilt(tmp_path):
    made = store(tmp_path, *(document(f"d{n}", body="zelfde") for n in range(50)))
    totals, done = set(), threading.Event()

    def read():
        reader = Store(made.folder)
        while not done.is_set():
            totals.add(ask(reader, "zelfde").total)

    thread = threading.Thread(target=read)
    thread.start()
    for _ in range(15):
        made.build((document(f"d{n}", body="zelfde") for n in range(50)), "8")
    done.set()
    thread.join(timeout=20)
    assert totals == {50}


@pytest.mark.parametrize("damage", ["missing", "empty", "garbage", "truncated", "version"])
def test_it_says_when_it_must_be_rebuilt(tmp_path, monkeypatch, damage):
    made = store(tmp_path, document("een"))
    meta = folder.current(made.folder) / "meta.json"
    if damage == "version":
        monkeypatch.setattr("baken.open.search.engine.store.VERSION", schema.VERSION + 1)
    elif damage == "missing":
        (made.folder / "current").unlink()
    elif damage == "empty":
        meta.write_text("")
    elif damage == "garbage":
        meta.write_text("{}")
    else:
        for part in meta.parent.glob("*.store"):
            part.write_bytes(part.read_bytes()[:10])
    with pytest.raises(folder.Missing):
        Store(made.folder).cursor()
    Store(made.folder).build([document("twee")], "9")
    assert ids(ask(Store(made.folder))) == ["twee"]


def test_it_has_one_writer_a_host(tmp_path):
    with folder.writing(tmp_path, patient=False) as mine, folder.writing(tmp_path, patient=False) as second:
        assert (mine, second) == (True, False)
    with folder.writing(tmp_path, patient=False) as again:
        assert again
