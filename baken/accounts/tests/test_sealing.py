# SPDX-License-Identifier: EUPL-1.2
import base64
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.accounts.sealing import Tampered, seal, unseal

KEYS = ["een verzonnen sleutel", "een oude verzonnen sleutel"]
OWNER = uuid4()


@given(st.text())
def test_it_gives_back_what_was_sealed(text):
    assert unseal(KEYS, seal(KEYS, text, OWNER), OWNER) == text


def test_it_hides_the_text_and_never_looks_the_same_twice():
    sealed = seal(KEYS, "JBSWY3DPEHPK3PXP", OWNER)
    assert "JBSWY3DPEHPK3PXP" not in sealed
    assert sealed != seal(KEYS, "JBSWY3DPEHPK3PXP", OWNER)


def test_it_opens_for_nobody_else():
    with pytest.raises(Tampered):
        unseal(KEYS, seal(KEYS, "geheim", OWNER), uuid4())


def test_it_opens_with_an_older_key_and_seals_with_the_newest():
    assert unseal(KEYS, seal(KEYS[1:], "geheim", OWNER), OWNER) == "geheim"
    with pytest.raises(Tampered):
        unseal(KEYS[1:], seal(KEYS, "geheim", OWNER), OWNER)


@given(st.data())
def test_it_notices_any_flipped_bit(data):
    whole = bytearray(base64.urlsafe_b64decode(seal(KEYS, "geheim", OWNER).removeprefix("v1.")))
    place = data.draw(st.integers(0, 8 * len(whole) - 1))
    whole[place // 8] ^= 1 << place % 8
    with pytest.raises(Tampered):
        unseal(KEYS, "v1." + base64.urlsafe_b64encode(bytes(whole)).decode(), OWNER)


@given(st.text(max_size=60))
def test_it_takes_nothing_that_was_never_sealed(text):
    for form in (text, f"v1.{text}"):
        with pytest.raises(Tampered):
            unseal(KEYS, form, OWNER)
