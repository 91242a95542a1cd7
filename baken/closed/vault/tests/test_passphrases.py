# SPDX-License-Identifier: EUPL-1.2
"""A locked secret opens with its passphrase, in its place, and by nothing else."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.closed.vault import passphrases
from baken.closed.vault.passphrases import Cost, WrongPassphrase, lock, unlock

CHEAP = Cost(1, 8, 1)
WORDS = "vier verzonnen woorden van een proef"
# Made once by `lock` with this passphrase, of b"secret" at b"place".
KEPT = bytes.fromhex(
    "01010000000801993f2943104468407280e47fcd4918950128980dc74e4c1486a04599a4a5fc6f736e54c8b64b90c9a939f1b09c"
    "01c32d366798"
)


@given(st.binary(max_size=64), st.text(), st.binary(max_size=16))
@settings(max_examples=50)
def test_it_opens_what_it_locked(secret, words, place):
    assert unlock(lock(secret, words, place, CHEAP), words, place) == secret


def test_it_keeps_its_form():
    assert unlock(KEPT, WORDS, b"place") == b"secret"


@given(st.text())
@settings(max_examples=50)
def test_it_opens_with_no_other_passphrase(words):
    if words != WORDS:
        with pytest.raises(WrongPassphrase):
            unlock(lock(b"secret", WORDS, b"place", CHEAP), words, b"place")


def test_it_opens_in_its_own_place_only():
    with pytest.raises(WrongPassphrase):
        unlock(lock(b"secret", WORDS, b"place", CHEAP), WORDS, b"other place")


def test_it_opens_whichever_way_an_accent_was_typed():
    assert unlock(lock(b"secret", "caf\u00e9", b"", CHEAP), "cafe\u0301", b"") == b"secret"


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_it_notices_every_flipped_bit(data):
    locked = bytearray(lock(b"secret", WORDS, b"place", CHEAP))
    bit = data.draw(st.integers(0, len(locked) * 8 - 1))
    locked[bit // 8] ^= 1 << bit % 8
    with pytest.raises(WrongPassphrase):
        unlock(bytes(locked), WORDS, b"place")


@pytest.mark.parametrize("cut", [0, 1, 6, 7, 8, 22, 23, 40])
def test_it_notices_what_is_cut_off(cut):
    with pytest.raises(WrongPassphrase):
        unlock(lock(b"secret", WORDS, b"place", CHEAP)[:cut], WORDS, b"place")


@pytest.mark.parametrize(
    "cost", [Cost(17, 8, 1), Cost(1, 2**18 + 1, 1), Cost(1, 2**18, 5), Cost(0, 8, 1), Cost(1, 7, 1)]
)
def test_it_refuses_a_cost_that_would_exhaust_the_machine(cost, monkeypatch):
    monkeypatch.setattr(passphrases, "hash_secret_raw", lambda *_, **__: pytest.fail("it was tried"))
    with pytest.raises(WrongPassphrase):
        unlock(cost.head + bytes(60), WORDS, b"place")


def test_it_keeps_opening_after_the_cost_was_raised():
    old = lock(b"secret", WORDS, b"place", CHEAP)
    assert unlock(old, WORDS, b"place") == unlock(lock(b"secret", WORDS, b"place", Cost(2, 16, 1)), WORDS, b"place")


def test_it_lets_two_at_a_time_take_memory(monkeypatch):
    inside, most, gate = [], [], threading.Event()

    def slow(*_, **__):
        inside.append(1)
        most.append(len(inside))
        gate.wait(0.05)
        inside.pop()
        return bytes(32)

    monkeypatch.setattr(passphrases, "hash_secret_raw", slow)
    threads = [threading.Thread(target=lock, args=(b"", WORDS, b"", CHEAP)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) == 6
    assert max(most) == 2
