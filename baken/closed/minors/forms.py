# SPDX-License-Identifier: EUPL-1.2
"""What a worker writes down about a child's safety. Nothing here is kept by a browser."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from baken.closed.casework.person.forms import check_past
from baken.closed.minors import labels
from baken.closed.minors.engine.authority import Way
from baken.closed.minors.engine.code import Code
from baken.core.wording import said

LONGEST = 5000


def _text(label: Any, rows: int = 4, **given: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **given)


def _several(label: Any, choices: Any, **given: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, choices=choices, widget=forms.CheckboxSelectMultiple, **given)


def _one(label: Any, choices: Any, **given: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, **given)


class Dated(forms.Form):
    """What was done on a day, in words."""

    on = forms.DateField(label=_("On"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    words = _text(_("In words"), required=False)

    def clean_on(self) -> datetime.date | None:
        """Refuse a day that is to come."""
        return check_past(self.cleaned_data["on"])

    def told(self) -> dict[str, Any]:
        """Return what was told beside the day and words."""
        return {}


class SignalsForm(Dated):
    """Which signals there are."""

    words = _text(_("Signals"), rows=8, help_text=_("Facts: what, when, seen or heard by whom. Then what you think."))


class ConsultForm(Dated):
    """With whom somebody consulted, and what they said."""

    having = _several(_("With whom"), labels.CONSULTED)
    words = _text(_("What they advised"))
    field_order = ("having", "on", "words")

    def told(self) -> dict[str, Any]:
        """Return with whom."""
        return {"with": self.cleaned_data["having"]}


class TalkForm(Dated):
    """With whom somebody talked; or why not."""

    having = _several(_("With whom"), labels.TALKED, required=False)
    words = _text(_("What was said"), required=False)
    why = _text(_("If with nobody: why not"), rows=2, required=False, help_text=_("Such as: a talk is not safe now."))
    field_order = ("having", "on", "words", "why")

    def told(self) -> dict[str, Any]:
        """Return with whom, or why with nobody."""
        return {"with": self.cleaned_data["having"], "why": self.cleaned_data["why"]}

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where nobody was talked with."""
        found = super().clean() or self.cleaned_data
        if not found.get("having") and not found.get("why", "").strip():
            self.add_error("why", _("Say with whom you talked, or why with nobody."))
        return found


class WeighForm(Dated):
    """What somebody answers to the questions of the weighing framework."""

    def __init__(self, *args: Any, code: Code, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = [each.key for each in code.questions]
        for number, each in enumerate(code.questions, 1):
            choices = [*labels.ANSWERS, *([("", _("not known yet"))] if each.later else [])]
            # What is not asked any more after an earlier answer may stay open.
            label = f"{number}. {said(each)}"
            self.fields[each.key] = _one(label, choices, required=False, initial="" if each.later else None)
        self.fields["words"].label = _("Why you answer so")
        self.order_fields([*self.questions, "on", "words"])

    def told(self) -> dict[str, Any]:
        """Return the answers that were given."""
        given = {key: self.cleaned_data[key] for key in self.questions}
        return {"answers": {key: answer for key, answer in given.items() if answer}}

    def clean(self) -> dict[str, Any]:
        """Ask for an answer at least to the first question."""
        found = super().clean() or self.cleaned_data
        if not any(found.get(key) for key in self.questions):
            raise ValidationError(_("Answer the questions, as far as you know."))
        return found


class DecideForm(Dated):
    """What is decided."""

    decision = _several(
        _("What we do"), labels.DECISIONS, required=False, help_text=_("None of both: the suspicion has gone.")
    )
    words = _text(_("Why, and what was agreed"))
    field_order = ("decision", "on", "words")


class ReportForm(Dated):
    """When it was reported to Veilig Thuis."""

    at = forms.TimeField(label=_("At what time"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    number = forms.CharField(label=_("Number that Veilig Thuis gave"), max_length=60, required=False)
    words = _text(_("What was agreed"), required=False)
    field_order = ("on", "at", "number", "words")


class CheckForm(Dated):
    """What the kindcheck showed."""

    outcome = _one(_("What it showed"), labels.CHECKED)
    field_order = ("outcome", "on", "words")


class AuthorityForm(Dated):
    """Whom somebody asked who has authority."""

    def __init__(self, *args: Any, way: Way, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(each.key, f"{said(each)}: {said(each, 'who')}") for each in way.routes]
        self.fields["route"] = _one(_("How it is with her, and whom you asked"), choices)
        self.fields["words"].label = _("With whom you spoke, and what you asked")
        self.order_fields(["route", "on", "words"])


class AnswerForm(Dated):
    """What was answered."""

    how = _one(_("What came of it"), labels.ENDINGS)
    words = _text(_("In words"), rows=3, required=False, help_text=_("Not for them? Write down what you do next."))
    field_order = ("how", "on", "words")

    def clean(self) -> dict[str, Any]:
        """Ask for the next step where it was not for them."""
        found = super().clean() or self.cleaned_data
        if found.get("how") == labels.DECLINED and not found.get("words", "").strip():
            self.add_error("words", _("Write down what you do next."))
        return found


STEPS = {"signals": SignalsForm, "consult": ConsultForm, "talk": TalkForm, "weigh": WeighForm, "decide": DecideForm}
