# SPDX-License-Identifier: EUPL-1.2
"""Equal numbers have equal digests within an agency, and nothing else is told."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.vault.blind import NotIndexed, blind_index, digest, normalise_document, normalise_phone
from baken.closed.vault.reads import KeyGone
from baken.closed.vault.tests.conftest import AGENCY, keyed

KEY = bytes(range(32))


# Worked out once from RFC 2104 and RFC 5869. After a change what is stored is not found any more.
@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("phone", "06 1234 5678", "db4965d78c43e34e252416089ca9b09f"),
        ("document", "NX-123.456.7", "2e81e8771367889aef64d7dfd1929d84"),
        ("file_number", "2026-0012", "bb6a1564f12c16298cb2a8add8877dfa"),
        ("record", '{"prs_FirstName": "Verzonnen"}', "79e92673b6f150952b311bdcf065046c"),
    ],
)
def test_it_keeps_its_form(field, value, told):
    assert digest(KEY, field, value).hex() == told


@pytest.mark.parametrize(
    "value",
    [
        "0612345678",
        "06-12 34 56 78",
        "+31612345678",
        "+31 (0)6 12345678",
        "0031612345678",
        "\uff10\uff10\uff13\uff11612345678",
        " +31 6.12.34.56.78 ",
    ],
)
def test_a_telephone_number_is_the_same_however_it_is_written(value):
    assert normalise_phone(value) == "+31612345678"


@pytest.mark.parametrize(
    ("value", "normal"),
    [("+40 721 123 456", "+40721123456"), ("", ""), ("geen", ""), ("+", ""), ("00", ""), ("+00", "+00")],
)
def test_a_telephone_number_keeps_its_country(value, normal):
    assert normalise_phone(value) == normal


@pytest.mark.parametrize("value", ["NX1234567", "nx 123-4567", "NX.123.4567", "\uff2e\uff381234567"])
def test_a_document_number_is_the_same_however_it_is_written(value):
    assert normalise_document(value) == "NX1234567"


@given(st.text())
def test_what_is_normal_stays_so(value):
    for normalise in (normalise_phone, normalise_document):
        assert normalise(normalise(value)) == normalise(value)


@pytest.mark.parametrize("field", ["name", "born", "nationality", "sex", "", "Phone"])
def test_there_is_no_index_for_what_many_share(field):
    with pytest.raises(NotIndexed):
        digest(KEY, field, "Verzonnen Voornaam")


@pytest.mark.parametrize(
    ("field", "value"), [("phone", ""), ("phone", "112"), ("phone", "geen"), ("document", "12-34")]
)
def test_there_is_none_for_what_is_too_short(field, value):
    assert digest(KEY, field, value) is None


def test_fields_do_not_match_each_other():
    assert digest(KEY, "document", "0612345678") != digest(KEY, "file_number", "0612345678")


@pytest.mark.django_db(databases=["default", "keys"])
def test_agencies_do_not_match_each_other():
    other = uuid4()
    keyed()
    keyed(agency=other)
    assert blind_index(AGENCY, "phone", "0612345678") == blind_index(AGENCY, "phone", "+31 6 12345678")
    assert blind_index(AGENCY, "phone", "0612345678") != blind_index(other, "phone", "0612345678")
    assert len(blind_index(AGENCY, "phone", "0612345678")) == 16


@pytest.mark.django_db(databases=["default", "keys"])
def test_an_agency_without_a_dossier_has_no_index():
    with pytest.raises(KeyGone):
        blind_index(uuid4(), "phone", "0612345678")
