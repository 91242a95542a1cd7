# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from baken.accounts.models import User

SOMEBODY = User(email="testpersoon.a@example.org", first_name="Verzonnen", last_name="Voornaam")


@pytest.mark.parametrize(
    "password",
    [
        "veertien tekens"[:14],
        "123456789012345",
        "aaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "987654321098765",
        "1234567890qwertyuiop",
        "passwordpassword",
        "Welkom01Welkom01!",
        "welkom2026welkom",
        "!!Wachtwoord2026!!",
        "geheim-wachtwoord",
        "testpersoon.a@example.org",
        "testpersoon.a2026",
    ],
)
def test_it_refuses_what_guessers_try_early(password):
    with pytest.raises(ValidationError):
        validate_password(password, SOMEBODY)


@pytest.mark.parametrize(
    "password",
    [
        "verzonnen wachtzin van een test",
        "alleen kleine letters",
        "k7#Lq!v2Zp9$wTx",
        "drie oude fietsen bij het kanaal",
        "902817365540192",
        "ёжик в тумане идёт домой",
        "x" * 3 + " " + "lange zin " * 12,
    ],
)
def test_it_takes_any_long_sentence_and_asks_for_no_mixture_of_kinds(password):
    validate_password(password, SOMEBODY)
