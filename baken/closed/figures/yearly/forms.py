# SPDX-License-Identifier: EUPL-1.2
"""Of which year, and in which language."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

LANGUAGES = [("nl", "Nederlands"), ("en", "English")]


class YearForm(forms.Form):
    """What a yearly report is asked for."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES, widget=forms.RadioSelect)

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.years = years
        self.fields["language"].initial = "en" if (get_language() or "").startswith("en") else "nl"
        self.fields["year"].choices = [(str(each), str(each)) for each in years]  # type: ignore[attr-defined]
