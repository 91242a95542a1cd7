# SPDX-License-Identifier: EUPL-1.2
"""What a worker fills in to plan."""

import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import User
from baken.closed.plan.labels import AREAS, GOAL_ENDINGS, OUTCOMES
from baken.closed.plan.models import Goal
from baken.core.clock import today

FARTHEST = 5 * 366  # days; nobody plans one file longer ahead
LONGEST = 2000
_EARLIEST = datetime.date(1950, 1, 1)


def _day(label: Any, **given: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **given)


def _text(label: Any, rows: int = 3, **given: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **given)


def _one_of(label: Any, choices: list[tuple[str, str]], **given: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=UUID, empty_value=None, choices=choices, **given)


def _people(owners: list[User]) -> list[tuple[str, str]]:
    return [(str(each.pk), str(each)) for each in owners]


class GoalForm(forms.Form):
    """What the person wants to reach."""

    area = forms.ChoiceField(label=_("Area of life"), choices=AREAS)
    text = _text(_("What she wants to reach"), help_text=_("In her own words, if you can."))


class EndGoalForm(forms.Form):
    """How a goal ended."""

    how = forms.ChoiceField(label=_("How it ended"), choices=GOAL_ENDINGS, widget=forms.RadioSelect)
    ended_on = _day(_("On"))
    words = _text(_("In words"), required=False)

    def clean_ended_on(self) -> datetime.date:
        """Refuse a day that is to come, or that nobody would remember."""
        on: datetime.date = self.cleaned_data["ended_on"]
        if not _EARLIEST <= on <= today():
            raise ValidationError(_("Choose a day that is not to come."))
        return on


class TaskForm(forms.Form):
    """Who does what by when; and what may be added: for which goal, when to think of it, how often."""

    text = forms.CharField(label=_("What is to be done"), max_length=500)

    def __init__(self, *args: Any, owners: list[User], goals: list[Goal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = _one_of(_("By whom"), _people(owners))
        self.fields["due_on"] = _day(_("Done by"))
        choices = [("", gettext("no goal")), *((str(each.pk), each.text) for each in goals)]
        self.fields["goal"] = _one_of(_("For which goal"), choices, required=False)
        self.fields["remind_on"] = _day(_("Show it earlier, from"), required=False)
        self.fields["every_weeks"] = forms.IntegerField(
            label=_("Repeat every so many weeks"), min_value=1, max_value=52, required=False
        )

    def first(self) -> list[BoundField]:
        """Return what every task has."""
        return [self[name] for name in ("text", "owner", "due_on")]

    def more(self) -> list[BoundField]:
        """Return what a task may have."""
        return [self[name] for name in ("goal", "remind_on", "every_weeks")]

    def has_more(self) -> bool:
        """Return whether something of that was filled in, or is wrong."""
        return any(each.errors or each.data for each in self.more())

    def clean_due_on(self) -> datetime.date:
        """Refuse a day that has passed or is years away."""
        day: datetime.date = self.cleaned_data["due_on"]
        if not 0 <= (day - today()).days <= FARTHEST:
            raise ValidationError(_("Choose a day from today until five years from now."))
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse to think of a task after it is due, or before now."""
        given = self.cleaned_data
        remind, due = given.get("remind_on"), given.get("due_on")
        if remind and due and not today() <= remind <= due:
            self.add_error("remind_on", _("Choose a day from today until the task is due."))
        return given


class OwnerForm(forms.Form):
    """Who does a task from now on."""

    def __init__(self, *args: Any, owners: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = _one_of(_("By whom"), _people(owners))


class ReasonForm(forms.Form):
    """Why something is not done, in words."""

    reason = _text(_("Why"))


class HandoverForm(forms.Form):
    """To whom the next step is offered, and what she should know before she says yes."""

    def __init__(self, *args: Any, receivers: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"] = _one_of(_("To whom"), _people(receivers))
        self.fields["words"] = _text(
            _("What she should know"),
            help_text=_("Before she accepts she sees this and the file number, not the file. Leave names out."),
        )


class AnswerForm(forms.Form):
    """Why somebody refuses what she was offered."""

    answer = _text(_("Why not"), help_text=_("The team of the file reads this."))


class CloseForm(forms.Form):
    """How a file ended."""

    outcome = forms.ChoiceField(label=_("How it ended"), choices=OUTCOMES, widget=forms.RadioSelect)
    words = _text(_("In words"))

    def __init__(self, *args: Any, goes_on: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if goes_on:
            self.fields["seen"] = forms.BooleanField(
                label=_("I looked at it, and somebody knows what is still to be done"), help_text=" ".join(goes_on)
            )


class ReopenForm(forms.Form):
    """Why a file is opened again."""

    words = _text(_("Why it is opened again"))
