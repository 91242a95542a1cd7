# SPDX-License-Identifier: EUPL-1.2
"""What is filled in to change who may see whom."""

import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from baken.closed.access.labels import PARTS, PURPOSES, ROLES
from baken.closed.access.parts import Part
from baken.core.clock import today

LONGEST_CONSENT = 366  # days; a person is asked again at least once a year


class PlaceForm(forms.Form):
    """A colleague who gets a place on the team."""

    def __init__(self, *args: Any, colleagues: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"] = forms.TypedChoiceField(label=_("Colleague"), coerce=UUID, choices=colleagues)


class ConsentForm(forms.Form):
    """What the person lets an agency read."""

    parts = forms.MultipleChoiceField(
        label=_("Which parts"),
        choices=[each for each in PARTS if each[0] != Part.WHEREABOUTS.value],
        widget=forms.CheckboxSelectMultiple,
    )
    purpose = forms.ChoiceField(label=_("What for"), choices=PURPOSES[:-1])
    until = forms.DateField(
        label=_("Until and including"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("At most a year; then ask again."),
    )

    def __init__(self, *args: Any, agencies: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"] = forms.TypedChoiceField(label=_("Agency"), coerce=UUID, choices=agencies)
        self.order_fields(["agency", "parts", "purpose", "until"])

    def clean_until(self) -> datetime.datetime:
        """Return the end of the last day; refuse a past one and one more than a year away."""
        day: datetime.date = self.cleaned_data["until"]
        if not 0 <= (day - today()).days <= LONGEST_CONSENT:
            raise forms.ValidationError(_("Choose a day from today until a year from now."))
        midnight = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time())
        return timezone.make_aware(midnight)


class GlassForm(forms.Form):
    """Which file, and why it cannot wait."""

    number = forms.CharField(label=_("File number"), max_length=20)
    reason = forms.CharField(
        label=_("Why it cannot wait"), min_length=10, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class DecisionForm(forms.Form):
    """Whether a second person agrees to what another asked for; no other word is taken for a yes or a no."""

    decision = forms.ChoiceField(choices=[("approve", ""), ("decline", "")])

    def clean_decision(self) -> bool:
        """Return whether she agrees."""
        return bool(self.cleaned_data["decision"] == "approve")


class InvitationForm(forms.Form):
    """Who is asked in, and for what."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    role = forms.ChoiceField(label=_("Role"), choices=ROLES)
