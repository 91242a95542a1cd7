# SPDX-License-Identifier: EUPL-1.2
"""The chain breaks at any edit, any move and any hole; whatever an entry holds, its bytes are always the same."""

import json

from hypothesis import assume, given
from hypothesis import strategies as st

from baken.closed.audit import chain
from baken.closed.audit.chain import GENESIS, Row

KEYS = {"one": b"1" * 32, "two": b"2" * 32}
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUE = (
    st.none() | st.booleans() | TEXT | st.lists(TEXT, max_size=3) | st.dictionaries(TEXT, TEXT | st.none(), max_size=3)
)
ENTRY = st.dictionaries(st.sampled_from("abcdef"), VALUE, min_size=1)


def sealed(entries, key="one"):
    rows, tail = [], GENESIS
    for seq, entry in enumerate(entries, 1):
        previous, tail = tail, chain.link(KEYS[key], tail, chain.canonical(entry))
        rows.append(Row(seq, previous, tail, key, entry))
    return rows


def numbered(count):
    return sealed([{"id": str(number)} for number in range(count)])


def broken(rows):
    return {fault.seq for fault in chain.faults(rows, KEYS)}


@given(st.lists(ENTRY, max_size=6))
def test_it_finds_nothing_wrong_with_a_whole_chain(entries):
    assert broken(sealed(entries)) == set()


@given(st.lists(ENTRY, min_size=1, max_size=6), st.data())
def test_it_finds_any_edit_of_any_column(entries, data):
    rows = sealed(entries)
    place = data.draw(st.integers(0, len(rows) - 1))
    other = entries[place] | {data.draw(st.sampled_from("abcdefg")): data.draw(VALUE)}
    assume(chain.canonical(other) != chain.canonical(entries[place]))
    rows[place] = rows[place]._replace(entry=other)
    assert broken(rows) == {place + 1}


@given(st.lists(ENTRY, min_size=1, max_size=6), st.data())
def test_it_finds_any_flipped_bit_of_a_link(entries, data):
    rows = sealed(entries)
    place, bit = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, 255))
    name = data.draw(st.sampled_from(["previous", "hash"]))
    flipped = (int.from_bytes(getattr(rows[place], name)) ^ 1 << bit).to_bytes(32)
    rows[place] = rows[place]._replace(**{name: flipped})
    assert place + 1 in broken(rows)


@given(st.permutations(range(6)))
def test_it_finds_any_other_order(order):
    assume(list(order) != sorted(order))
    rows = numbered(6)
    moved = [rows[old]._replace(seq=new) for new, old in enumerate(order, 1)]
    assert broken(moved)


@given(st.sets(st.integers(1, 6), min_size=1, max_size=5))
def test_it_finds_every_hole_but_a_tail_that_was_cut_off(taken):
    left = [row for row in numbered(6) if row.seq not in taken]
    tail = {seq for seq in taken if all(after in taken for after in range(seq, 7))}
    assert bool(broken(left)) == bool(taken - tail)


@given(st.integers(1, 6))
def test_it_finds_a_hole_that_was_closed_by_counting_on(place):
    rows = numbered(7)
    left = rows[: place - 1] + [row._replace(seq=row.seq - 1) for row in rows[place:]]
    assert broken(left) == {place}


@given(st.integers(1, 6))
def test_it_finds_a_number_that_was_passed_over(place):
    rows = numbered(6)
    assert broken([*rows[: place - 1], *(row._replace(seq=row.seq + 1) for row in rows[place - 1 :])]) == {place + 1}


@given(st.integers(0, 6))
def test_it_finds_a_link_that_was_slipped_in(place):
    rows = numbered(6)
    tail = rows[place - 1].hash if place else GENESIS
    forged = Row(place + 1, tail, chain.link(b"guessed" * 5, tail, b"{}"), "one", {})
    rows = [*rows[:place], forged, *(row._replace(seq=row.seq + 1) for row in rows[place:])]
    assert place + 1 in broken(rows)


def test_it_finds_an_entry_that_is_gone():
    rows = numbered(3)
    rows[1] = rows[1]._replace(entry=None)
    assert broken(rows) == {2}


def test_it_finds_two_entries_that_changed_places():
    rows = numbered(3)
    rows[0], rows[2] = rows[0]._replace(entry=rows[2].entry), rows[2]._replace(entry=rows[0].entry)
    assert broken(rows) == {1, 3}


def test_it_finds_a_key_that_is_unknown_or_another():
    rows = numbered(3)
    assert broken([*rows[:2], rows[2]._replace(key="three")]) == {3}
    assert broken([*rows[:2], rows[2]._replace(key="two")]) == {3}


def test_it_goes_on_under_a_new_key():
    rows = numbered(2)
    tail = chain.link(KEYS["two"], rows[1].hash, chain.canonical({"id": "3"}))
    assert broken([*rows, Row(3, rows[1].hash, tail, "two", {"id": "3"})]) == set()


def test_it_tells_one_break_once():
    rows = numbered(9)
    rows[4] = rows[4]._replace(entry={"id": "x"})
    assert len(list(chain.faults(rows, KEYS))) == 1


@given(ENTRY)
def test_it_puts_the_same_columns_into_the_same_bytes(entry):
    body = chain.canonical(entry)
    assert body.isascii()
    assert chain.canonical(dict(reversed(entry.items()))) == body
    assert chain.canonical(json.loads(body)) == body


def test_it_leaves_out_a_column_that_is_null_but_not_one_that_is_empty():
    assert chain.canonical({"a": "x", "later": None}) == chain.canonical({"a": "x"})
    assert chain.canonical({"a": ""}) != chain.canonical({"a": None})
    assert chain.canonical({"facts": {"a": None}}) != chain.canonical({"facts": {}})


def test_it_never_takes_the_known_bytes_for_others():
    """A known answer: what was sealed once must verify for ever."""
    entry = {"id": "0b5f6c0e-0000-4000-8000-000000000001", "facts": {"naam": "é\u2028☃"}, "user_id": None}
    body = b'{"facts":{"naam":"\\u00e9\\u2028\\u2603"},"id":"0b5f6c0e-0000-4000-8000-000000000001"}'
    assert chain.canonical(entry) == body
    assert (
        chain.link(KEYS["one"], GENESIS, body).hex()
        == "9fe795cfab067b1606e4d595296d6540304bbafb522d53a024470a3eeac44973"
    )
