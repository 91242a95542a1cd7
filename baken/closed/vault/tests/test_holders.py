# SPDX-License-Identifier: EUPL-1.2
"""A letter opens for its holders, in its place, while their key is lent; for nobody else."""

import copy
import pickle
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.closed.vault.holders import (
    Letter,
    NotAHolder,
    Opened,
    Pair,
    by_private,
    open_letter,
    opened,
    public_of,
    seal_to,
    to_public,
)
from baken.closed.vault.sealing import Tampered

A, B, C = uuid4(), uuid4(), uuid4()
PAIRS = {each: Pair.new() for each in (A, B, C)}
TO_A_AND_B = {each: PAIRS[each].public for each in (A, B)}
ADDRESS = b"Verzonnenstraat 1, Nergenshuizen"
# Written once by `Letter.packed`, to the holder whose private key is 32 times 01.
KEPT = bytes.fromhex(
    "01000111111111111141118111111111111111e8b0c9e93053a204355dda65e5289f637d6a637ed1bcaed8235b35e941eab80771"
    "9454c188eae6046d50d4a60e38ad506be78d211752605856afdfcec8aa7ae6fb0071eac868f560bcc243bacb4857a1012c176b7e"
    "26fcddffbc5a8f36591d3ab44c7948027c7ba160a8c920cde4f403ccdbc0a8c0536ba0af91ec363307bf6b86c0d70666d5084630"
    "09867a14"
)


@given(st.binary(), st.binary(max_size=20))
def test_each_holder_opens_it(clear, place):
    letter = seal_to(TO_A_AND_B, clear, place)
    assert [open_letter(PAIRS[each].private, each, letter, place) for each in (A, B)] == [clear, clear]


def test_nobody_else_opens_it():
    letter = seal_to(TO_A_AND_B, ADDRESS, b"place")
    with pytest.raises(NotAHolder):
        open_letter(PAIRS[C].private, C, letter, b"place")
    with pytest.raises(Tampered):
        open_letter(PAIRS[C].private, A, letter, b"place")


def test_it_opens_in_its_own_place_only():
    with pytest.raises(Tampered):
        open_letter(PAIRS[A].private, A, seal_to(TO_A_AND_B, ADDRESS, b"place"), b"other place")


def test_an_envelope_opens_its_own_letter_only():
    one, other = (seal_to(TO_A_AND_B, clear, b"place") for clear in (ADDRESS, b"another"))
    with pytest.raises(Tampered):
        open_letter(PAIRS[A].private, A, Letter(one.body, other.envelopes), b"place")


def test_an_envelope_holds_a_key_and_nothing_else():
    letter = Letter(b"", {A: to_public(PAIRS[A].public, b"short")})
    with pytest.raises(Tampered, match="something else than a key"):
        open_letter(PAIRS[A].private, A, letter, b"place")


def test_a_letter_to_nobody_is_refused():
    with pytest.raises(ValueError, match="nobody"):
        seal_to({}, ADDRESS, b"place")


@given(st.data())
@settings(max_examples=200)
def test_it_notices_every_flipped_bit(data):
    packed = bytearray(seal_to({A: PAIRS[A].public}, ADDRESS, b"place").packed())
    bit = data.draw(st.integers(0, len(packed) * 8 - 1))
    packed[bit // 8] ^= 1 << bit % 8
    with pytest.raises((Tampered, NotAHolder)):
        open_letter(PAIRS[A].private, A, Letter.unpacked(bytes(packed)), b"place")


@given(st.dictionaries(st.uuids(), st.just(PAIRS[A].public), min_size=1, max_size=5), st.binary())
@settings(max_examples=30)
def test_it_unpacks_what_it_packed(holders, clear):
    letter = seal_to(holders, clear, b"place")
    assert Letter.unpacked(letter.packed()) == letter


@pytest.mark.parametrize("packed", [b"", b"\x01", b"\x01\x00", b"\x02\x00\x00", b"\x01\x00\x01" + bytes(95)])
def test_it_refuses_what_is_no_letter(packed):
    with pytest.raises(Tampered):
        Letter.unpacked(packed)


def test_a_letter_keeps_its_form():
    holder = UUID("11111111-1111-4111-8111-111111111111")
    assert open_letter(bytes([1] * 32), holder, Letter.unpacked(KEPT), b"place") == ADDRESS


def test_a_lent_key_is_put_away_at_the_end():
    letter = seal_to(TO_A_AND_B, ADDRESS, b"place")
    with opened(A, PAIRS[A].private) as key:
        assert key.open(letter, b"place") == ADDRESS
    with pytest.raises(NotAHolder, match="put away"):
        key.open(letter, b"place")


def test_a_lent_key_is_put_away_when_its_block_fails():
    with pytest.raises(ZeroDivisionError), opened(A, PAIRS[A].private) as key:
        raise ZeroDivisionError
    with pytest.raises(NotAHolder, match="put away"):
        key.open(seal_to(TO_A_AND_B, ADDRESS, b""), b"")


@pytest.mark.parametrize("store", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_lent_key_cannot_be_stored(store):
    with pytest.raises(TypeError, match="never stored"):
        store(Opened(A, PAIRS[A].private))


def test_a_pair_shows_no_private_key():
    assert repr(PAIRS[A].private) not in repr(PAIRS[A])


def test_a_secret_sealed_to_one_is_not_opened_by_another():
    with pytest.raises(Tampered):
        by_private(PAIRS[B].private, to_public(PAIRS[A].public, b"secret"))


def test_a_private_key_tells_its_public_one():
    assert public_of(PAIRS[A].private) == PAIRS[A].public
