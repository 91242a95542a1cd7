# SPDX-License-Identifier: EUPL-1.2
"""What intake fills in. Nothing here is kept by a browser."""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from baken.closed.access.models import Dossier
from baken.closed.intake.labels import AGES, DANGER, DECISIONS, REASONS, STEPS, regions
from baken.core.clock import today

LONGEST = 20_000


def _text(label: Any, rows: int = 4, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows, "autocomplete": "off"}), **options
    )


def _line(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"}), **options
    )


def _choice(label: Any, choices: Iterable[tuple[str, Any]], **options: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=list(choices), widget=forms.RadioSelect, **options)


def _regions() -> list[tuple[str, Any]]:
    return [("", _("not known")), *regions()]


class CallForm(forms.Form):
    """A report that somebody makes by telephone, in the order of the talk."""

    danger = _choice(_("Is somebody in danger now?"), DANGER)
    caller = _line(_("Who called"), required=False)
    organisation = _line(_("Organisation"), required=False)
    reach = _line(_("How and when to call back safely"), required=False)
    age = _choice(_("How old is the person it is about?"), AGES)
    words = _text(_("What is going on, in the caller's own words"), 8)
    where = _line(_("Where"), required=False)
    region = forms.ChoiceField(label=_("In which province"), choices=_regions, required=False)
    when = _line(_("Since when, or when was it"), required=False)


class AnswerForm(forms.Form):
    """An answer that the receipt opens."""

    text = _text(
        _("Answer to who wrote"),
        help_text=_("Only who has the number can read it. No names, no addresses: somebody else may look along."),
    )


class StepForm(forms.Form):
    """What comes next."""

    step = forms.ChoiceField(label=_("Next step"), choices=STEPS)
    due = forms.DateField(label=_("By which day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def clean_due(self) -> date:
        """Refuse a day that is past."""
        due: date = self.cleaned_data["due"]
        if due < today():
            raise ValidationError(_("Choose today or a day to come."))
        return due


class DecisionForm(forms.Form):
    """How the intake ends."""

    decision = _choice(_("Decision"), [each for each in DECISIONS if each[0] != "assess"])
    case = forms.ChoiceField(label=_("Which file, if it belongs to one"), required=False)
    reason = _choice(_("Why, if it is closed"), REASONS, required=False)
    words = _text(_("Why, and what was agreed"))

    def __init__(self, *args: Any, cases: Iterable[Dossier], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        case = cast("forms.ChoiceField", self.fields["case"])
        case.choices = [("", "-"), *((str(each.pk), each.number) for each in cases)]

    def clean(self) -> dict[str, Any]:
        """Ask for the file of a link and for the reason of a closing, and for neither otherwise."""
        said = super().clean() or {}
        if said.get("decision") == "link" and not said.get("case"):
            self.add_error("case", _("Choose the file it belongs to."))
        if said.get("decision") == "close" and not said.get("reason"):
            self.add_error("reason", _("Choose why."))
        return said
