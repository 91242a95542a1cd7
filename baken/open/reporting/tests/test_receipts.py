# SPDX-License-Identifier: EUPL-1.2
"""What a receipt opens, for how long, and that nothing else opens anything."""

import datetime
from uuid import uuid4

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from baken.core.clock import today
from baken.open.reporting import actions, receipts
from baken.open.reporting.reads import open_receipt
from baken.open.reporting.receipts import Receipt
from baken.open.reporting.tests.telling import ANSWERS, receipt, walk

COST = (1, 64, 1)
SECRETS = st.text("0123456789", min_size=16, max_size=16)


@pytest.fixture
def reported(centre):
    """Provide a report with its receipt."""
    key = uuid4()
    return key, actions.report(report=key, receipt=Receipt.new(), content={"kind": "report"})


def test_it_opens_the_answers_and_nothing_else(centre):
    client = Client()
    number = receipt(walk(client, ANSWERS))
    (row,) = centre.reports()
    centre.answer(row["id"], "Verzonnen antwoord van het centrum")
    page = client.post("/contact/answers/", {"receipt": number}).content.decode()
    assert "Verzonnen antwoord van het centrum" in page
    assert "kanarie" not in page
    (reply,) = centre.do("SELECT read FROM bridge.reply")
    assert reply["read"].minute == 0


def test_what_is_added_is_sealed_too(centre):
    client = Client()
    number = receipt(walk(client, ANSWERS))
    page = client.post("/en/contact/answers/", {"receipt": number, "go": "add", "words": "Verzonnen aanvulling"})
    assert "It is with what you wrote before" in page.content.decode()
    assert "Verzonnen aanvulling" not in page.content.decode()
    assert {"kind": "addition", "words": "Verzonnen aanvulling"} in centre.letters()


@pytest.mark.parametrize("typed", ["{0} {1}", "{0}-{1}", " {0}.{1} "])
def test_it_is_read_however_it_is_spaced(reported, typed):
    _, number = reported
    assert Receipt.read(typed.format(*number)) == number


@pytest.mark.parametrize("typed", ["", "1234", "x" * 24, "1" * 23, "1" * 25, "\u0661" * 24])
def test_what_is_no_number_is_told_so(centre, typed):
    page = Client().post("/en/contact/answers/", {"receipt": typed})
    assert page.status_code == 400


def test_a_wrong_digit_opens_nothing(reported):
    _, number = reported
    digit = str((int(number.secret[-1]) + 1) % 10)
    assert open_receipt(Receipt(number.locator, number.secret[:-1] + digit)) is None
    assert open_receipt(Receipt("00000000" if number.locator != "00000000" else "00000001", number.secret)) is None
    assert Client().post("/contact/answers/", {"receipt": "0" * 24}).status_code == 404


def test_an_unknown_number_costs_as_much_work_as_a_known_one(reported, monkeypatch):
    done = []
    monkeypatch.setattr(
        receipts, "keys", lambda *words, **rest: done.append(rest) or receipts.Keys(b"0" * 32, b"1" * 32)
    )
    _, number = reported
    open_receipt(number)
    open_receipt(Receipt("00000000", "0" * 16))
    assert len(done) == 2
    assert [len(each["salt"]) for each in done] == [16, 16]


def test_it_lasts_ninety_days_from_its_last_use(reported, centre):
    _, number = reported
    centre.age(90)
    assert Client().post("/contact/answers/", {"receipt": "".join(number.groups)}).status_code == 200
    (row,) = centre.reports()
    assert row["until"] == today() + datetime.timedelta(days=90)
    centre.age(91)
    assert open_receipt(number) is None


def test_past_its_term_all_that_it_opened_is_gone_and_the_report_is_not(reported, centre):
    key, _ = reported
    centre.answer(key, "Verzonnen antwoord")
    assert actions.forget_past(on=today()) == 0
    centre.age(91)
    assert actions.forget_past(on=today()) == 1
    (row,) = centre.reports()
    assert all(row[name] is None for name in ("public", "until", "locator", "salt", "verifier", "wrapped"))
    assert centre.do("SELECT FROM bridge.reply") == []
    assert len(centre.letters()) == 1


def test_without_the_pepper_the_right_digits_open_nothing(reported, settings, tmp_path):
    _, number = reported
    assert open_receipt(number) is not None
    settings.RECEIPT_PEPPER = tmp_path / "other"
    settings.RECEIPT_PEPPER.write_text("another pepper")
    assert open_receipt(number) is None


@given(SECRETS, SECRETS, st.binary(min_size=16, max_size=16), st.binary(min_size=1))
def test_only_the_same_secret_salt_and_pepper_give_the_same_keys(one, other, salt, pepper):
    first = receipts.keys(one, salt=salt, pepper=pepper, cost=COST)
    assert first == receipts.keys(one, salt=salt, pepper=pepper, cost=COST)
    assert (first == receipts.keys(other, salt=salt, pepper=pepper, cost=COST)) == (one == other)
    assert first.verifier != first.wrapping
    assert first != receipts.keys(one, salt=salt, pepper=pepper + b"x", cost=COST)


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32), st.integers(0, 71))
def test_a_wrapped_key_that_was_changed_or_moved_does_not_open(key, private, at):
    report = uuid4()
    wrapped = receipts.wrap(key, private, report)
    assert receipts.unwrap(key, wrapped, report) == private
    assert receipts.unwrap(key, wrapped, uuid4()) is None
    changed = bytearray(wrapped)
    changed[at] ^= 1
    assert receipts.unwrap(key, bytes(changed), report) is None
