# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from baken.open.files.refusals import Refused
from baken.open.sources.importers.records import WorkRecord
from baken.open.sources.rules import check_can_be_addressed


def card(identifier, scheme="web"):
    return WorkRecord(scheme, identifier, "website", "Verzonnen")


@pytest.mark.parametrize(
    "identifier", ["", "/", "a\nb", "../x", "a/../b", "//evil.example/x", "a/", ".", "a\x00b", "a//b"]
)
def test_it_refuses_what_cannot_stand_in_an_address(identifier):
    with pytest.raises(Refused):
        check_can_be_addressed(card(identifier))


@pytest.mark.parametrize("scheme", ["", "a b", "a/b", "../x"])
def test_it_refuses_what_is_no_scheme(scheme):
    with pytest.raises(Refused):
        check_can_be_addressed(card("x", scheme))


@pytest.mark.parametrize(
    "identifier", ["BWBR0001854", "10.1002/(SICI)99:1<1::AID>2.0.CO;2-1", "ECLI:NL:HR:2010:BM9101", "a?b#c"]
)
def test_it_lets_real_identifiers_pass(identifier):
    check_can_be_addressed(card(identifier))


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30))
def test_whatever_passes_has_an_address(identifier):
    try:
        check_can_be_addressed(card(identifier))
    except Refused:
        return
    assert reverse("source", args=("web", identifier)).startswith("/sources/web/")
