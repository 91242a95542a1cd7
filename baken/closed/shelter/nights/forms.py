# SPDX-License-Identifier: EUPL-1.2
"""Who is on in which nights, and which weeks are shown."""

import datetime
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import User
from baken.closed.shelter.asking.forms import day
from baken.closed.shelter.nights.labels import AWAKE, HOW
from baken.closed.shelter.nights.rules import AHEAD


class DutyForm(forms.Form):
    """Somebody of the house, and the nights in which she is on."""

    worker = forms.TypedChoiceField(label=_("Who"), coerce=UUID)
    how = forms.ChoiceField(label=_("How"), choices=HOW, initial=AWAKE, widget=forms.RadioSelect)
    first = day(_("First night"), help_text=_("A night is called by the day on which it begins."))
    last = day(_("Last night"), required=False, help_text=_("Open: one night."))

    def __init__(self, *args: Any, workers: Iterable[User], **given: Any) -> None:
        super().__init__(*args, **given)
        names = [("", "-"), *((str(each.pk), str(each)) for each in workers)]
        self.fields["worker"].choices = names  # type: ignore[attr-defined]

    @property
    def told(self) -> dict[str, Any]:
        """Who is on, how, and from which night to which."""
        return self.cleaned_data | {"last": self.cleaned_data["last"] or self.cleaned_data["first"]}


class ShownForm(forms.Form):
    """From which week nights are shown; for which night somebody is sought."""

    start = forms.DateField(required=False)
    night = forms.DateField(required=False)

    def of(self, name: str, today: datetime.date) -> datetime.date | None:
        """Return a day that was asked for, or None where it is none or lies too far from today."""
        found = self.cleaned_data.get(name) if self.is_valid() else None
        return found if found and abs(found - today) <= AHEAD else None
