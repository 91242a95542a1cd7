# SPDX-License-Identifier: EUPL-1.2
"""A query that names an encrypted field raises at once, whichever way it reaches for it."""

import pytest
from django.db.models import (
    BinaryField,
    Case,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.functions import Cast, Length, Lower

from baken.closed.vault.fields import EncryptedFieldError
from baken.closed.vault.tests.conftest import keyed
from baken.closed.vault.tests.written import Beside, Written

pytestmark = [pytest.mark.django_db(databases=["default", "keys"]), pytest.mark.usefixtures("table")]
rows, besides = Written.objects, Beside.objects
MISUSES = {
    "filter": lambda: rows.filter(text="one"),
    "filter by lookup": lambda: rows.filter(text__icontains="one"),
    "filter by null": lambda: rows.filter(text__isnull=True),
    "filter by list": lambda: rows.filter(text__in=["one"]),
    "filter by another column": lambda: rows.filter(title=F("text")),
    "filter by Q": lambda: rows.filter(Q(title="one") | ~Q(text="one")),
    "filter from beside": lambda: besides.filter(written__text="one"),
    "exclude": lambda: rows.exclude(text="one"),
    "exclude from beside": lambda: besides.exclude(written__text="one"),
    "get": lambda: rows.get(text="one"),
    "get or create": lambda: rows.get_or_create(text="one"),
    "exists": lambda: rows.filter(Exists(rows.filter(text=OuterRef("title")))),
    "outer": lambda: list(rows.filter(Exists(rows.filter(title=OuterRef("text"))))),
    "order by": lambda: list(rows.order_by("text")),
    "order by, descending": lambda: list(rows.order_by("-text")),
    "order by F": lambda: list(rows.order_by(F("text").asc())),
    "order from beside": lambda: list(besides.order_by("written__text")),
    "earliest": lambda: rows.earliest("day"),
    "latest": lambda: rows.latest("day"),
    "values": lambda: rows.values("text"),
    "values of all": rows.values,
    "values from beside": lambda: besides.values("written__text"),
    "values by F": lambda: rows.values(other=F("text")),
    "values list": lambda: rows.values_list("text"),
    "values list of all": rows.values_list,
    "values list, flat": lambda: rows.values_list("text", flat=True),
    "values list, named": lambda: rows.values_list("title", "text", named=True),
    "subquery": lambda: rows.annotate(other=Subquery(rows.values("text")[:1])),
    "union": lambda: rows.values("title").union(rows.values("text")),
    "annotate": lambda: rows.annotate(other=F("text")),
    "annotate by function": lambda: rows.annotate(other=Length("text")),
    "annotate from beside": lambda: besides.annotate(other=Lower("written__text")),
    "annotate by case": lambda: rows.annotate(other=Case(When(text="one", then=Value(1)), default=Value(0))),
    "annotate by cast": lambda: rows.annotate(other=Cast("text", BinaryField())),
    "annotate wrapped": lambda: rows.annotate(other=ExpressionWrapper(F("text"), BinaryField())),
    "annotate by window": lambda: rows.annotate(other=Window(Count("title"), partition_by=F("text"))),
    "alias": lambda: rows.alias(other=F("text")),
    "aggregate": lambda: rows.aggregate(Count("text")),
    "aggregate days": lambda: rows.aggregate(Max("day")),
    "aggregate from beside": lambda: besides.aggregate(Count("written__text")),
    "distinct on": lambda: list(rows.distinct("text")),
    "dates": lambda: rows.dates("day", "year"),
    "in a path of JSON": lambda: rows.filter(facts__name="one"),
    "update": lambda: rows.update(text="one"),
    "update to null": lambda: rows.update(text=None),
    "update to bytes": lambda: rows.update(text=b"\x01one"),
    "update by F": lambda: rows.update(text=F("title")),
    "update from another": lambda: rows.update(aside=F("text")),
    "update another from it": lambda: rows.update(title=F("text")),
    "update by value": lambda: rows.update(text=Value(b"one", BinaryField())),
    "update by case": lambda: rows.update(text=Case(When(title="one", then=Value(b"one")), output_field=BinaryField())),
    "bulk update": lambda: rows.bulk_update([row()], ["text"]),
    "bulk update of more": lambda: rows.bulk_update([row()], ["title", "day"]),
    "upsert": lambda: upsert("title"),
    "upsert by key": lambda: upsert("id"),
}


def row() -> Written:
    return Written.objects.create(dossier_id=keyed(), text="one")


def upsert(by: str) -> None:
    again = row()
    again.text = "two"
    rows.bulk_create([again], update_conflicts=True, unique_fields=[by], update_fields=["text"])


@pytest.mark.parametrize("misuse", MISUSES.values(), ids=MISUSES)
def test_it_raises(misuse):
    with pytest.raises(EncryptedFieldError, match="encrypted"):
        misuse()


def test_it_says_which_field_and_what_to_do_instead():
    with pytest.raises(EncryptedFieldError, match=r"proof\.Written\.text is encrypted: read and set it on an instance"):
        rows.filter(text="one")


def test_an_expression_is_not_saved():
    changed = row()
    changed.text = F("title")
    with pytest.raises(TypeError, match="encrypted field of str was given F"):
        changed.save()


def test_it_leaves_other_fields_alone():
    one = row()
    rows.filter(pk=one.pk).update(title="two")
    rows.bulk_create(
        [Written(pk=one.pk, dossier_id=one.dossier_id, title="three")],
        update_conflicts=True, unique_fields=["id"], update_fields=["title"],
    )  # fmt: skip
    assert list(rows.filter(title="three").order_by("title").values_list("title", flat=True)) == ["three"]
    assert rows.aggregate(Count("title")) == {"title__count": 1}
    assert rows.get(pk=one.pk).text == "one"
