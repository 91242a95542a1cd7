# SPDX-License-Identifier: EUPL-1.2
"""Asking for many keys at once: one word however many they are, and no question where there are none."""

import uuid

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from baken.closed.vault.models import DossierKey, Kek


@pytest.mark.parametrize("count", [1, 30])
def test_the_question_has_one_word_for_any_number_of_keys(count):
    keys = [uuid.uuid4() for _ in range(count)]
    for found in (DossierKey.objects.filter(pk__among=keys), DossierKey.objects.filter(kek__among=set(keys))):
        assert found.query.sql_with_params()[1] == (keys,) or found.query.sql_with_params()[1] == (list(set(keys)),)


@pytest.mark.django_db(databases=["keys"])
def test_it_finds_those_of_the_keys_that_are_there():
    rows = [Kek.objects.create(agency=uuid.uuid4(), bucket="2026", wrapped=b"", root="", version=1) for _ in range(3)]
    wanted = {rows[0].pk, rows[2].pk}
    assert {each.pk for each in Kek.objects.filter(pk__among=[*wanted, uuid.uuid4()])} == wanted
    assert [each.pk for each in Kek.objects.filter(pk__in={each.pk for each in rows}).exclude(pk__among=wanted)] == [
        rows[1].pk
    ]


@pytest.mark.django_db(databases=["keys"])
def test_without_keys_nothing_is_asked():
    with CaptureQueriesContext(connections["keys"]) as asked:
        assert not list(Kek.objects.filter(pk__among=[]))
    assert len(asked) == 0
