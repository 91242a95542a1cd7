# SPDX-License-Identifier: EUPL-1.2
"""Where a location is, and who of the house may open it."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.closed.casework.forms import WhereaboutsForm


class AddressForm(WhereaboutsForm):
    """The address of a location, and its holders."""

    text = forms.CharField(label=_("Address"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    @property
    def sealing(self) -> dict[str, Any]:
        """What is sealed, and to whom."""
        return {"text": self.cleaned_data["text"], "holders": {UUID(each) for each in self.cleaned_data["holders"]}}
