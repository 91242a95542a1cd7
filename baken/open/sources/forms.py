# SPDX-License-Identifier: EUPL-1.2
"""What a reader may ask of a source page; anything unreadable falls back to the default."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AsOfForm(forms.Form):
    """Asks for the text as it was in force on a day."""

    on = forms.DateField(
        label=_("As in force on"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    text = forms.SlugField(required=False, widget=forms.HiddenInput)
