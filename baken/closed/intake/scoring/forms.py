# SPDX-License-Identifier: EUPL-1.2
"""What a worker ticks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.indicators.reading import catalogue


class ScoringForm(forms.Form):
    """Indicators that somebody recognised."""

    seen = forms.MultipleChoiceField(error_messages={"required": _("Tick at least one.")})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].choices = [(key, key) for key in catalogue().indicators]  # type: ignore[attr-defined]
