# SPDX-License-Identifier: EUPL-1.2
"""What a unit is like, and when it is out of use. Never an address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.closed.shelter import labels
from baken.closed.shelter.asking.forms import day
from baken.closed.shelter.house.actions import Plan
from baken.core.clock import today

_MOST = 12


class UnitForm(forms.Form):
    """A new unit with its places."""

    location = forms.CharField(
        label=_("Location"), max_length=60,
        help_text=_("The name that the house uses. Never an address: it stands on the board."),
    )  # fmt: skip
    region = forms.CharField(label=_("Region"), max_length=60, required=False)
    building = forms.CharField(label=_("Building"), max_length=60)
    wing = forms.CharField(label=_("Wing"), max_length=60, required=False)
    name = forms.CharField(label=_("Unit"), max_length=20)
    places = forms.IntegerField(label=_("Places"), min_value=1, max_value=_MOST)
    secured = forms.BooleanField(label=_("On the secured wing"), required=False)
    step_free = forms.BooleanField(label=_("Step-free"), required=False)
    crisis = forms.BooleanField(label=_("Kept for emergencies"), required=False)
    family = forms.BooleanField(label=_("Kept for a family"), required=False)
    financing = forms.ChoiceField(label=_("Who pays"), choices=[("", "-"), *labels.FINANCING], required=False)
    comensha = forms.BooleanField(label=_("Given by CoMensha"), required=False)

    @property
    def plan(self) -> Plan:
        """What the unit is like."""
        return Plan(**self.cleaned_data)


class ClosingForm(forms.Form):
    """When a unit is out of use, and why."""

    why = forms.ChoiceField(label=_("Why"), choices=labels.CLOSINGS)
    from_on = day(_("From"), initial=today)
    until_on = day(_("In use again on"))

    def clean(self) -> dict[str, Any]:
        """Raise for days out of order."""
        told = super().clean() or {}
        start, end = told.get("from_on"), told.get("until_on")
        if start and end and not today() <= start < end:
            self.add_error("until_on", _("Choose days to come, in their order."))
        return told
