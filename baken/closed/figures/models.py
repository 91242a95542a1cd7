# SPDX-License-Identifier: EUPL-1.2
"""Questions that were saved, and figures that were released. Nothing here is about one person."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from baken.closed.access.models import Agency, Decided, Row
from baken.core.clock import now

LONGEST = 4_000  # characters of a text about a figure


class Question(Row):
    """What is to be counted. It is never changed, so that its number means the same thing ever after."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="questions")
    title_nl = models.CharField(_("title in Dutch"), max_length=120)
    title_en = models.CharField(_("title in English"), max_length=120)
    unit = models.CharField(max_length=20)
    dimensions = ArrayField(models.CharField(max_length=20))
    where = models.JSONField(default=dict)
    first = models.DateField(_("from"))
    last = models.DateField(_("until and including"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    # What colleagues see of it: the table as it was counted on a day, small numbers hidden. Shared once, for good.
    shown = models.JSONField(null=True)
    shown_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(last__gte=models.F("first")), name="question_in_order"),
            models.CheckConstraint(
                condition=Q(shown=None, shown_at=None) | Q(shown__isnull=False, shown_at__isnull=False),
                name="question_shown_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.title_en


class Release(Decided):
    """A figure that one asks to release and another releases: as it is published, and kept as it was."""

    # None for an estimate, which is made from lists and not from files.
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="releases", null=True)
    slug = models.SlugField(max_length=80)
    figure = models.JSONField()
    method_nl = models.TextField(_("how it was counted, in Dutch"), max_length=LONGEST)
    method_en = models.TextField(_("how it was counted, in English"), max_length=LONGEST)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, related_name="+", null=True)
    # What whoever decides should think of; it stays inside.
    warnings = models.JSONField(default=list)

    class Meta(Decided.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Decided.Meta.constraints,
            models.UniqueConstraint(fields=["question"], condition=Q(decided_at=None), name="one_release_waits"),
        ]

    def __str__(self) -> str:
        return self.slug


class Withdrawal(Row):
    """A figure is shown to nobody any more, and why. What was released once is known, and stays kept."""

    release = models.OneToOneField(Release, on_delete=models.PROTECT, related_name="withdrawal")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    why = models.CharField(_("why"), max_length=500)

    def __str__(self) -> str:
        return f"{self.release_id} withdrawn"
