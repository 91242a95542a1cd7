# SPDX-License-Identifier: EUPL-1.2
"""What a worker writes down of what was said."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from baken.closed.casework.person.forms import check_past
from baken.closed.casework.status.labels import BY, WHAT
from baken.closed.casework.status.rules import By, What, can_say


class AssertionForm(forms.Form):
    """What was said, by whom, on which day and in which document."""

    what = forms.TypedChoiceField(label=_("What was said"), choices=WHAT, coerce=What)
    by = forms.TypedChoiceField(label=_("By whom"), choices=BY, coerce=By)
    on = forms.DateField(label=_("On"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    source = forms.CharField(
        label=_("In which document"),
        max_length=300,
        required=False,
        help_text=_("Its kind and number, such as that of a police record or a decision."),
    )

    def clean_on(self) -> datetime.date | None:
        """Refuse a day that is to come."""
        return check_past(self.cleaned_data["on"])

    def clean(self) -> dict[str, Any]:
        """Refuse what is not theirs to say."""
        found = super().clean() or self.cleaned_data
        if "what" in found and "by" in found and not can_say(found["by"], found["what"]):
            raise ValidationError(_("The centre presumes; others recognise. Choose who recognised her."))
        return found
