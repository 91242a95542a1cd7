# SPDX-License-Identifier: EUPL-1.2
"""What a worker writes down of what happened before the law."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from baken.closed.legal.labels import events
from baken.core.clock import today

_EARLIEST = datetime.date(1950, 1, 1)


class EventForm(forms.Form):
    """An event, and the day on which it happened."""

    event = forms.ChoiceField(label=_("What happened"), choices=events)
    on = forms.DateField(label=_("On"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def clean_on(self) -> datetime.date:
        """Refuse a day that is to come, or that nobody would remember."""
        on: datetime.date = self.cleaned_data["on"]
        if not _EARLIEST <= on <= today():
            raise ValidationError(_("Choose a day that is not to come."))
        return on


class ConditionsForm(forms.Form):
    """What the law asks of who somebody is."""

    dutch = forms.BooleanField(label=_("Has the Dutch nationality"), required=False)
    eu_citizen = forms.BooleanField(label=_("Has a nationality of the EU, the EEA or Switzerland"), required=False)
    lawful_stay = forms.BooleanField(label=_("Is lawfully in the Netherlands for another reason"), required=False)
    dublin = forms.BooleanField(
        label=_("The Dublin Regulation applies to her"),
        required=False,
        help_text=_(
            "Another country is responsible for her asylum application. The reflection period is then shorter."
        ),
    )
