# SPDX-License-Identifier: EUPL-1.2
"""What is filled in to hold and to erase a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.closed.retention.models import Hold, Why
from baken.core.clock import today


class HoldForm(forms.Form):
    """Why a file must stay."""

    reason = forms.ChoiceField(label=_("Why it must stay"), choices=Hold.Reason.choices)
    words = forms.CharField(
        label=_("Note"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Such as the number of the case. It is sealed like the file; the log has only the reason."),
    )


class ErasureForm(forms.Form):
    """Why a file is to go. Before its term is over there is one reason: the person asked."""

    requested_on = forms.DateField(
        label=_("When the person asked"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, over: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [each for each in Why.choices if over or each[0] != Why.TERM]
        self.fields["reason"] = forms.ChoiceField(label=_("Why it is to go"), choices=choices)
        self.order_fields(["reason", "requested_on"])

    def clean(self) -> dict[str, Any]:
        """Ask on which day the person asked, where she did; refuse a day to come."""
        data: dict[str, Any] = super().clean() or {}
        day = data.get("requested_on")
        if data.get("reason") == Why.REQUEST and "requested_on" not in self.errors and not (day and day <= today()):
            self.add_error("requested_on", _("Choose the day on which the person asked."))
        return data
