# SPDX-License-Identifier: EUPL-1.2
"""Daily life in the house: agreements, visitors, incidents, shifts, checks of rooms, what was lent, school.

What is said of a person is sealed with the key of her file. Days and moments are clear: by them the page of the day is
made.
"""

import datetime
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from baken.closed.access.models import Agency, Dossier, Row
from baken.closed.vault.fields import EncryptedJSONField, EncryptedTextField
from baken.core.clock import now, today


class Written(Row):
    """A row about somebody who lives in the house, with who wrote it."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="%(class)ss")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=now)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{type(self).__name__.lower()} of {self.dossier_id}"


class Ending(Written):
    """A row that ends once, by somebody, and stays to be seen."""

    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="%(class)s_ended_whole",
            )
        ]


class Agreement(Ending):
    """What was agreed with her, or decided for her safety although she does not agree."""

    kind = EncryptedTextField(_("about what"), domain="shelter.agreement")
    words = EncryptedTextField(_("in words"), domain="shelter.agreement", blank=True)
    agreed = EncryptedTextField(_("does she agree"), domain="shelter.agreement")
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True)
    ending = EncryptedTextField(_("how it ended"), domain="shelter.agreement", blank=True)

    class Meta(Ending.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Ending.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gt=F("from_on")), name="agreement_in_order"
            ),
        ]


class Visit(Written):
    """Somebody comes to see her: expected or at the door, let in or refused by somebody, in, and out again."""

    expected_at = models.DateTimeField(_("expected at"))
    who = EncryptedTextField(_("who"), domain="shelter.visit")
    relation = EncryptedTextField(_("who that is to her"), domain="shelter.visit", blank=True)
    allowed = models.BooleanField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    decided_at = models.DateTimeField(null=True)
    why = EncryptedTextField(_("why not"), domain="shelter.visit", blank=True)
    in_at = models.DateTimeField(null=True)
    out_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(allowed=None, decided_at=None, decided_by=None)
                | Q(allowed__isnull=False, decided_at__isnull=False, decided_by__isnull=False),
                name="visit_decided_whole",
            ),
            # Where nobody decided, `allowed` alone is neither true nor false, and a check lets that pass.
            models.CheckConstraint(
                condition=Q(in_at=None) | Q(allowed=True, decided_at__isnull=False), name="nobody_in_unasked"
            ),
            models.CheckConstraint(condition=Q(out_at=None) | Q(in_at__isnull=False), name="nobody_out_who_was_not_in"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["expected_at"], name="visits_of_a_day")]

    @property
    def is_inside(self) -> bool:
        """Whether the visitor is in the house."""
        return self.in_at is not None and self.out_at is None

    @property
    def is_over(self) -> bool:
        """Whether nothing more can be done: out again, or refused."""
        return self.out_at is not None or self.allowed is False


class Incident(Ending):
    """Something happened, and she was involved: a row for each who was, under one key. It is followed up and closed."""

    happening = models.UUIDField()
    happened_at = models.DateTimeField(_("happened at"))
    kind = EncryptedTextField(_("what"), domain="shelter.incident")
    severity = EncryptedTextField(_("how grave"), domain="shelter.incident")
    words = EncryptedTextField(_("what happened"), domain="shelter.incident")
    done = EncryptedTextField(_("what was done"), domain="shelter.incident", blank=True)
    police = EncryptedTextField(_("were the police called"), domain="shelter.incident")
    follow_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    follow_on = models.DateField(_("by"))
    ending = EncryptedTextField(_("what came of it"), domain="shelter.incident", blank=True)


class Shift(Row):
    """A shift of a house, in whose lines things are handed over to the next. Nothing in it is about anybody."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="shifts")
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=now)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Ending.Meta.constraints,
            models.UniqueConstraint(fields=["agency"], condition=Q(ended_at=None), name="one_open_shift"),
        ]

    def __str__(self) -> str:
        return f"shift of {self.begun_at:%Y-%m-%d %H:%M}"


class Line(Written):
    """What a shift hands over about one person."""

    shift = models.ForeignKey(Shift, on_delete=models.PROTECT, related_name="lines")
    words = EncryptedTextField(_("in words"), domain="shelter.line")


class Signature(Row):
    """Somebody read what a shift handed over, and signed for it in her own name."""

    shift = models.ForeignKey(Shift, on_delete=models.CASCADE, related_name="signatures")
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(default=now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["shift", "signed_by"], name="signed_once")
        ]

    def __str__(self) -> str:
        return f"signature under {self.shift_id}"


class Check(Row):
    """Somebody looked whether a unit is in order. Codes and no words: it is about the unit, and tells of nobody."""

    unit = models.ForeignKey("shelter.Unit", on_delete=models.PROTECT, related_name="checks")
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    checked_at = models.DateTimeField(default=now)
    faults = ArrayField(models.CharField(max_length=10), default=list)
    repair = models.BooleanField(_("to be repaired"), default=False)

    def __str__(self) -> str:
        return f"check of {self.unit_id}"


class Loan(Ending):
    """A key or a device was given to her, and is with her until it is back, or lost."""

    what = EncryptedTextField(_("what"), domain="shelter.loan")
    label = EncryptedTextField(_("number or label"), domain="shelter.loan", blank=True)
    given_on = models.DateField(_("given on"))
    ended_on = models.DateField(_("back or lost on"), null=True)
    how = EncryptedTextField(_("back or lost"), domain="shelter.loan", blank=True)


class School(Ending):
    """A child goes to a school or to day care on days of the week; on which days it did not, and why."""

    guest = models.ForeignKey("shelter.Guest", on_delete=models.CASCADE, related_name="schools")
    kind = EncryptedTextField(_("school or day care"), domain="shelter.school")
    name = EncryptedTextField(_("which"), domain="shelter.school")
    weekdays = EncryptedJSONField(domain="shelter.school", default=list)  # Monday is 1
    brought_by = EncryptedTextField(_("brought by"), domain="shelter.school", blank=True)
    missed = EncryptedJSONField(domain="shelter.school", default=dict)  # the reason, by day

    def is_on(self, day: datetime.date) -> bool:
        """Return whether the child goes there on a day of the week as this one."""
        return day.isoweekday() in self.weekdays

    @property
    def goes_today(self) -> bool:
        """Whether the child goes there today."""
        return self.is_on(today())

    @property
    def missed_today(self) -> str:
        """Why the child is not there today; nothing where nobody said so."""
        return str(self.missed.get(today().isoformat(), ""))
