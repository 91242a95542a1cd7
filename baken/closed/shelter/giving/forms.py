# SPDX-License-Identifier: EUPL-1.2
"""What is asked of who gives a place."""

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from baken.closed.shelter import labels
from baken.closed.shelter.asking.forms import day, words
from baken.closed.shelter.labels import CRISIS, SOFT
from baken.closed.shelter.weighing.reads import Flat
from baken.core.clock import now, today


class NightsForm(forms.Form):
    """For which nights a unit is looked for."""

    from_on = day(_("From"))
    until_on = day(_("Until, leaves on"))

    def clean(self) -> dict[str, Any]:
        """Raise for days out of order or in the past."""
        told = super().clean() or {}
        start, end = told.get("from_on"), told.get("until_on")
        if start and start < today():
            self.add_error("from_on", _("Choose a day that has not passed."))
        if start and end and end <= start:
            self.add_error("until_on", _("Choose a day after the first."))
        return told


class GiveForm(NightsForm):
    """Which unit is given or held, and why a soft rule is set aside."""

    unit = forms.UUIDField(widget=forms.HiddenInput)
    stay = forms.UUIDField(widget=forms.HiddenInput, required=False)
    why = forms.CharField(label=_("Why this is set aside"), max_length=500, required=False)


class ExtendForm(forms.Form):
    """How long she stays."""

    until_on = day(_("Leaves on"))


class LeaveForm(forms.Form):
    """How a stay ended."""

    on = day(_("Left on"), initial=today)
    outcome = forms.ChoiceField(
        label=_("How it ended"), choices=[each for each in labels.OUTCOMES if each[0] not in labels.OF_ITSELF]
    )
    words = words(_("In words"), required=False)


class AwayForm(forms.Form):
    """Who is away, since when, and until when the bed is kept."""

    kind = forms.ChoiceField(label=_("What is it"), choices=labels.ABSENCES, widget=forms.RadioSelect)
    since = forms.DateTimeField(
        label=_("Since"), initial=lambda: timezone.localtime(now()).strftime("%Y-%m-%dT%H:%M"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )  # fmt: skip
    keep_until = day(_("Bed kept until"), initial=lambda: today() + datetime.timedelta(days=3))
    words = words(_("In words"), required=False)


class BackForm(forms.Form):
    """She is back."""

    words = words(_("How she is, what was agreed"), required=False)


class DoorForm(forms.Form):
    """Who stands at the door at night: all but the unit may be unknown."""

    initials = forms.CharField(
        label=_("Initials, if she told her name"), max_length=8, required=False
    )  # fmt: skip
    sex = forms.ChoiceField(label=_("Woman or man"), choices=labels.SEXES, initial="X", widget=forms.RadioSelect)
    age = forms.ChoiceField(label=_("Age"), choices=labels.AGES, initial=labels.UNKNOWN, widget=forms.RadioSelect)
    unit = forms.ChoiceField(label=_("Unit"), widget=forms.RadioSelect)
    words = words(_("What she said, who brought her"), required=False)

    def __init__(self, *args: Any, free: Iterable[Flat], **given: Any) -> None:
        super().__init__(*args, **given)
        choices = [(str(each.unit.pk), _told(each)) for each in free]
        self.fields["unit"].choices = choices  # type: ignore[attr-defined]
        self.fields["unit"].initial = choices[0][0] if choices else None


def _told(flat: Flat) -> str:
    """Return a unit with where it is, for whoever does not know the house by heart."""
    places = ngettext("%(places)s place", "%(places)s places", flat.places) % {"places": flat.places}
    kept = [str(SOFT[CRISIS])] if flat.unit.crisis else []
    return " · ".join([flat.unit.name, flat.unit.location.name, *filter(None, [flat.unit.wing]), places, *kept])
