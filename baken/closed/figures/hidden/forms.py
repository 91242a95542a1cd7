# SPDX-License-Identifier: EUPL-1.2
"""Who is on which lists, in numbers, and whom they are about."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.closed.figures import rules
from baken.closed.figures.forms import MethodForm, TitleForm, day_input, plain
from baken.closed.figures.models import LONGEST
from baken.tabulation.shapes import Population, Words

PERSONS = "persons"
_EXAMPLE = "police,care,shelter,count\n1,0,0,310\n0,1,0,205\n1,1,0,34\n"


class PeriodForm(forms.Form):
    """From which day until which."""

    first = forms.DateField(label=_("From"), widget=day_input())
    last = forms.DateField(label=_("Until and including"), widget=day_input())

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        told = super().clean() or {}
        first, last = told.get("first"), told.get("last")
        if first and last and not rules.is_period(first, last):
            self.add_error("last", _("Choose a last day after the first one, at most twenty years on."))
        return told


class ListsForm(PeriodForm, TitleForm, MethodForm):
    """A table of capture histories with its title, whom it counts and how the lists came about."""

    histories = forms.CharField(
        label=_("Who is on which lists"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false", "placeholder": _EXAMPLE}),
        help_text=_("A column of 0 and 1 for each list, the number of persons last. Numbers alone: never a name."),
    )
    definition_nl = forms.CharField(label=_("Who is counted, in Dutch"), max_length=LONGEST, validators=[plain])
    definition_en = forms.CharField(label=_("Who is counted, in English"), max_length=LONGEST, validators=[plain])
    field_order = ("histories", "first", "last", "title_nl", "title_en", "definition_nl", "definition_en")

    def definition(self) -> Words:
        """Return who is counted."""
        return Words(self.cleaned_data["definition_nl"], self.cleaned_data["definition_en"])

    def population(self) -> Population:
        """Return whom it is about."""
        return Population(PERSONS, self.cleaned_data["first"], self.cleaned_data["last"])
