# SPDX-License-Identifier: EUPL-1.2
"""What is sealed opens whole, in its own place, or not at all."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.vault.sealing import Tampered, bound_to, joined, new_key, seal, subkey, unseal

KEY, NONCE = bytes(range(32)), bytes(range(12))
ROW, DOSSIER = UUID("11111111-1111-4111-8111-111111111111"), UUID("22222222-2222-4222-8222-222222222222")
PLACE = bound_to("casework.case", "summary", ROW, DOSSIER)
keys = st.binary(min_size=32, max_size=32)
places = st.builds(bound_to, st.text(max_size=8), st.text(max_size=8), st.uuids(), st.uuids())
parts = st.lists(st.one_of(st.binary(max_size=6), st.text(max_size=6).map(str.encode)), max_size=5)


# Worked out once from RFC 5116 and RFC 5869. A change here is a change of form: what is stored no longer opens.
def test_it_keeps_its_form():
    assert PLACE.hex() == (
        "000000056669656c640000000d63617365776f726b2e636173650000000773756d6d617279"
        f"00000010{ROW.hex}00000010{DOSSIER.hex}"
    )
    assert seal(KEY, "veilig ✓".encode(), PLACE, nonce=NONCE).hex() == (
        "01000102030405060708090a0b3167bf77ac82e2f911d2468aa0b89a15c1a4040b243417583eef"
    )
    assert subkey(KEY, "field").hex() == "219e4338b90996aa815c6812e41460f4d66bb0954ea2bb3e30b0bd6d56ea31d8"


@given(keys, st.binary(), places)
def test_it_opens_what_it_sealed(key, clear, place):
    assert unseal(key, seal(key, clear, place), place) == clear


def test_it_opens_a_megabyte():
    clear = bytes(range(256)) * 4096
    assert unseal(KEY, seal(KEY, clear, PLACE), PLACE) == clear


@given(st.binary(max_size=40), st.data())
def test_it_notices_every_flipped_bit(clear, data):
    sealed = bytearray(seal(KEY, clear, PLACE))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(Tampered):
        unseal(KEY, bytes(sealed), PLACE)


@given(st.binary(max_size=40), st.data())
def test_it_notices_what_is_cut_off_or_added(clear, data):
    sealed = seal(KEY, clear, PLACE)
    cut = data.draw(st.integers(0, len(sealed) - 1))
    for changed in (sealed[:cut], sealed[cut + 1 :], sealed + b"\0"):
        with pytest.raises(Tampered):
            unseal(KEY, changed, PLACE)


@given(places, places)
def test_it_opens_in_its_own_place_only(place, other):
    sealed = seal(KEY, b"clear", place)
    if place == other:
        assert unseal(KEY, sealed, other) == b"clear"
    else:
        with pytest.raises(Tampered):
            unseal(KEY, sealed, other)


@given(keys)
def test_it_opens_with_its_own_key_only(key):
    if key != KEY:
        with pytest.raises(Tampered):
            unseal(key, seal(KEY, b"clear", PLACE), PLACE)


@given(parts, parts)
def test_it_never_takes_two_lists_of_parts_for_the_same(one, other):
    assert (joined(*one) == joined(*other)) == (one == other)


def test_it_seals_the_same_otherwise_each_time():
    assert len({seal(KEY, b"clear", PLACE) for _ in range(1000)}) == 1000


@pytest.mark.parametrize("length", [0, 16, 24, 31, 33])
def test_it_refuses_a_key_of_another_length(length):
    key, sealed = bytes(length), seal(KEY, b"clear", PLACE)
    for use in (lambda: seal(key, b"", PLACE), lambda: unseal(key, sealed, PLACE), lambda: subkey(key, "field")):
        with pytest.raises(ValueError, match="a key has 32 bytes"):
            use()


def test_it_gives_each_purpose_a_key_of_its_own():
    assert len({subkey(KEY, purpose) for purpose in ("field", "file", "wrap", "")} | {KEY}) == 5


def test_it_tells_nothing_of_what_it_could_not_open():
    with pytest.raises(Tampered) as failure:
        unseal(new_key(), seal(KEY, b"a secret", PLACE), PLACE)
    assert "secret" not in str(failure.value)
