# SPDX-License-Identifier: EUPL-1.2
"""What lies in the hatches: sealed letters and replies, and what a receipt opens, none of which can be read as it lies.

Beside them lie cards of what is published for everybody, and figures that were released. Of reports no address of a
network, no browser and no exact moment is kept: an hour is all that is known of when.
"""

import uuid
from datetime import UTC, datetime
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from baken.bridge.cards import ADDRESS, KINDS, LONG, MOST_NAMES, NAME, SUMMARY, TITLE

SLUG, SLUGS = 64, r"^[a-z0-9]+(-[a-z0-9]+)*$"  # the names that addresses of figures have


class Recipient(models.Model):
    """A public key of the centre, to which the open door seals; the closed door alone has the private one."""

    id = models.UUIDField(primary_key=True, editable=False)
    public = models.BinaryField()
    since = models.DateTimeField()
    ended = models.DateTimeField(null=True)

    class Meta:
        db_table = '"bridge"."recipient"'

    def __str__(self) -> str:
        return str(self.pk)


class Report(models.Model):
    """That somebody reported, and what her receipt opens until its term: her own private key, wrapped."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hour = models.DateTimeField()
    taken = models.BooleanField(default=False)  # the closed door has it
    public = models.BinaryField(null=True)  # replies are sealed to this
    until = models.DateField(null=True)  # the receipt's last day
    locator = models.CharField(max_length=8, unique=True, null=True)
    salt = models.BinaryField(null=True)
    verifier = models.BinaryField(null=True)
    wrapped = models.BinaryField(null=True)

    class Meta:
        db_table = '"bridge"."report"'
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(public=None, until=None, locator=None, salt=None, verifier=None, wrapped=None)
                | Q(public__isnull=False, until__isnull=False, locator__isnull=False)
                & Q(salt__isnull=False, verifier__isnull=False, wrapped__isnull=False),
                name="receipt_whole_or_gone",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Letter(models.Model):
    """What was sealed to the centre: a report, a later addition, or a file of either."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, on_delete=models.DO_NOTHING, related_name="letters")
    recipient = models.UUIDField()
    hour = models.DateTimeField()
    is_file = models.BooleanField()  # large: not opened to see what a report is about
    sealed = models.BinaryField()

    class Meta:
        db_table = '"bridge"."letter"'
        constraints: ClassVar[list[models.BaseConstraint]] = [
            # "infinity" is a moment for PostgreSQL and for nothing that would read it.
            models.CheckConstraint(condition=Q(hour__lt=datetime(2200, 1, 1, tzinfo=UTC)), name="letter_of_our_time"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Reply(models.Model):
    """What the centre answered, sealed to the reporter; when she read it, the hour is written here."""

    id = models.UUIDField(primary_key=True, editable=False)
    report = models.ForeignKey(Report, on_delete=models.DO_NOTHING, related_name="replies")
    hour = models.DateTimeField()
    sealed = models.BinaryField()
    read = models.DateTimeField(null=True)

    class Meta:
        db_table = '"bridge"."reply"'

    def __str__(self) -> str:
        return str(self.pk)


class Knowledge(models.Model):
    """A card of something that everybody may read in the databank; ``thing`` is what it is made from."""

    key = models.CharField(max_length=LONG, primary_key=True)
    thing = models.CharField(max_length=NAME, db_index=True)
    same = models.CharField(max_length=LONG)
    kind = models.CharField(max_length=16)
    language = models.CharField(max_length=8)
    title = models.CharField(max_length=TITLE)
    summary = models.CharField(max_length=SUMMARY)
    address = models.CharField(max_length=LONG)
    concepts = ArrayField(models.CharField(max_length=NAME))
    citations = ArrayField(models.CharField(max_length=LONG))
    updated = models.DateField(null=True)

    class Meta:
        db_table = '"bridge"."knowledge"'
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="knowledge_of_a_kind"),
            models.CheckConstraint(condition=Q(address__regex=ADDRESS), name="knowledge_in_the_databank"),
            models.CheckConstraint(
                condition=Q(concepts__len__lte=MOST_NAMES, citations__len__lte=MOST_NAMES), name="knowledge_of_a_size"
            ),
        ]

    def __str__(self) -> str:
        return self.key


class Release(models.Model):
    """A figure as it was released: its contents stay as they are, and a newer release takes its place.

    ``slug`` is the figure's name through all its releases. What else a figure must be stands in `sql/figures.sql`.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    slug = models.CharField(max_length=SLUG)
    figure = models.JSONField()
    method = models.JSONField()
    released_on = models.DateField()
    replaces = models.UUIDField(null=True, unique=True)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        db_table = '"bridge"."figure"'
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(slug__regex=SLUGS), name="figure_by_a_name"),
            models.UniqueConstraint(fields=["slug"], condition=Q(replaces=None), name="figure_begins_once"),
        ]

    def __str__(self) -> str:
        return f"{self.slug} {self.released_on}"
