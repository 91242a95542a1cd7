# SPDX-License-Identifier: EUPL-1.2
"""What a dossier plans: goals, tasks with an owner and a day, who leads. What they say of the person is sealed."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from baken.closed.access.models import Dossier, Row
from baken.closed.plan.labels import (
    ACCEPTED,
    ANSWERS,
    CLOSURES,
    DONE,
    DROPPED,
    REFUSED,
    TASK_ENDINGS,
    WITHDRAWN,
)
from baken.closed.vault.fields import EncryptedDateField, EncryptedTextField
from baken.core.clock import now


class Goal(Row):
    """What the person wants to reach in an area of her life. It ends once, reached or let go of; nothing is changed."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="goals")
    area = EncryptedTextField(_("area of life"), domain="plan.goal")
    text = EncryptedTextField(_("goal"), domain="plan.goal")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(default=now)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)
    how = EncryptedTextField(_("how it ended"), domain="plan.goal", blank=True)
    ended_on = EncryptedDateField(_("on"), domain="plan.goal", null=True)
    words = EncryptedTextField(_("in words"), domain="plan.goal", blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["dossier"], name="goals_of_a_dossier")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="goal_ended_by_somebody",
            )
        ]

    def __str__(self) -> str:
        return f"goal in {self.dossier_id}"


class Task(Row):
    """What somebody on the team does before a day has passed. It ends once: done, or dropped with a reason."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="tasks")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="tasks", null=True)
    text = EncryptedTextField(_("task"), domain="plan.task")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(_("due on"))
    remind_on = models.DateField(_("remind on"), null=True)
    every_weeks = models.PositiveSmallIntegerField(_("every so many weeks"), null=True)
    # The task whose finishing made this one. No foreign key: it is only asked for when that is undone.
    follows = models.UUIDField(null=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=8, choices=TASK_ENDINGS, blank=True)
    reason = EncryptedTextField(_("reason"), domain="plan.task", blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["dossier", "due_on"], name="tasks_of_a_dossier"),
            models.Index(fields=["owner", "due_on"], condition=Q(ended_at=None), name="open_tasks_of_somebody"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, how="")
                | Q(ended_at__isnull=False, ended_by__isnull=False, how__in=[DONE, DROPPED]),
                name="task_ended_whole",
            ),
            models.CheckConstraint(condition=Q(every_weeks=None) | Q(every_weeks__gte=1), name="task_has_a_rhythm"),
            models.CheckConstraint(condition=Q(remind_on=None) | Q(remind_on__lte=F("due_on")), name="task_in_time"),
            models.UniqueConstraint(fields=["follows"], condition=Q(ended_at=None), name="one_next_task"),
        ]

    def __str__(self) -> str:
        return f"task in {self.dossier_id}"


class Lead(Row):
    """Somebody has the next step in a dossier, from a moment until another. Before the first row: who opened it."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="leads")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField(default=now)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["dossier"], condition=Q(until=None), name="one_lead"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="lead_ends_after_begin"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} leads {self.dossier_id}"


class Handover(Row):
    """The lead offers the next step to a colleague; until she accepts it nothing changes."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="handovers")
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField(default=now)
    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = EncryptedTextField(_("in words"), domain="plan.handover")
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=9, choices=ANSWERS, blank=True)
    answer = EncryptedTextField(_("answer"), domain="plan.handover", blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["to"], condition=Q(ended_at=None), name="offers_to_somebody"),
            models.Index(fields=["dossier", "-offered_at"], name="handovers_of_a_dossier"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["dossier"], condition=Q(ended_at=None), name="one_open_handover"),
            models.CheckConstraint(condition=~Q(offered_by=F("to")), name="handover_to_another"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, how="")
                | Q(ended_at__isnull=False, ended_by__isnull=False, how__in=[ACCEPTED, REFUSED, WITHDRAWN]),
                name="handover_ended_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"handover of {self.dossier_id}"


class Closure(Row):
    """A dossier was closed with an outcome, or opened again with a reason. Rows are added and stay."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="closures")
    kind = models.CharField(max_length=8, choices=CLOSURES)
    outcome = EncryptedTextField(_("how it ended"), domain="plan.closure", blank=True)
    words = EncryptedTextField(_("in words"), domain="plan.closure", blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["dossier", "-at"], name="closures_of_a_dossier")]

    def __str__(self) -> str:
        return f"{self.kind} {self.dossier_id}"
