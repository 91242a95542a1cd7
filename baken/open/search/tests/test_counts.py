# SPDX-License-Identifier: EUPL-1.2
"""The records beside the index: found again, never shorter than the index thinks, and thrown away when too many."""

import pytest

from baken.open.search.engine import counts, folder
from baken.open.search.engine import store as stores
from baken.open.search.engine.rescoring import code, counted, packed
from baken.open.search.engine.store import Store
from baken.open.search.tests.material import EVERYONE, ask, document, ids, store

ONE = document("een", body="Het slachtoffer.", numbers=("B8/3",), weight=0.6)
TWO = document("twee", lang="fr", body="La victime.")


def taken(file, *documents):
    with counts.taking(file) as ledger:
        places = [ledger.add(each, each.weight, {"body": each.body}) for each in documents]
        ledger.settle()
    return places


def test_it_finds_again_what_it_took_down(tmp_path):
    first, second = taken(tmp_path / "counts", ONE, TWO)
    held = counts.Counts(tmp_path / "counts")
    one, two = held.at(first), held.at(second)
    assert (one.key, one.weight, one.language) == ("een", 0.6, "nl")
    assert one.numbers == {code("b8/3"), code("b8")}
    assert one.words == packed(counted({"body": ONE.body}, "nl"))
    assert (two.key, two.language, two.numbers, two.words) == ("twee", "xx", frozenset(), b"")


def test_it_takes_down_behind_what_is_there(tmp_path):
    (first,) = taken(tmp_path / "counts", ONE)
    (second,) = taken(tmp_path / "counts", TWO)
    held = counts.Counts(tmp_path / "counts")
    assert [held.at(place).key for place in (first, second)] == ["een", "twee"]


@pytest.mark.parametrize("place", [-1, 10_000])
def test_it_has_an_empty_record_where_none_can_be(tmp_path, place):
    taken(tmp_path / "counts", ONE)
    assert counts.Counts(tmp_path / "counts").at(place) == counts.NONE


def test_a_view_reads_the_records_of_its_own_time(tmp_path):
    made = store(tmp_path, ONE)
    before = made.view()
    made.amend([ONE.work], [document("drie", body="Een slachtoffer.")], "8")
    assert [_key(view) for view in (before, made.view())] == ["een", "drie"]
    assert ids(ask(made, "slachtoffer")) == ["drie"]


def _key(view):
    (hit,) = view.searcher.search(stores.tantivy.Query.term_query(stores.SCHEMA, "type", "article"), 1).hits
    return next(iter(view.records([hit[1]]))).key


@pytest.mark.parametrize("damage", [lambda file: file.unlink(), lambda file: file.write_bytes(file.read_bytes()[:-1])])
def test_an_index_without_all_its_records_must_be_rebuilt(tmp_path, damage):
    made = store(tmp_path, ONE)
    damage(folder.current(made.folder) / "counts")
    with pytest.raises(folder.Missing):
        Store(made.folder).cursor()
    Store(made.folder).build([TWO], "9")
    assert ids(ask(Store(made.folder))) == ["twee"]


def test_what_an_amendment_that_failed_took_down_is_never_read(tmp_path):
    made = store(tmp_path, ONE)

    def broken():
        yield TWO
        raise ValueError("halfway")

    with pytest.raises(ValueError, match="halfway"):
        made.amend([ONE.work], broken(), "8")
    made.amend([], [document("drie", body="Het slachtoffer.")], "9")
    assert {*ids(ask(made, "slachtoffer", tokens=EVERYONE))} == {"een", "drie"}


def test_an_index_is_overgrown_when_it_was_amended_often(tmp_path, monkeypatch):
    monkeypatch.setattr(stores, "_ANYWAY", 0)
    made = store(tmp_path, ONE)
    for time in range(4):
        assert not made.is_overgrown()
        made.amend([ONE.work], [ONE], str(time))
    assert made.is_overgrown()
    made.build([ONE], "9")
    assert not made.is_overgrown()
