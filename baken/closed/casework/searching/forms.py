# SPDX-License-Identifier: EUPL-1.2
"""What a worker may search for."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from baken.closed.casework.searching.rules import words_of

LONGEST = 100
SHORTEST = 2  # letters of a word


class SearchForm(forms.Form):
    """Words that all stand in one file, and whether it may be closed."""

    words = forms.CharField(
        label=_("Name, file number or words of a note"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    closed = forms.BooleanField(label=_("Closed files too"), required=False)

    def clean_words(self) -> str:
        """Refuse what would be found nearly everywhere."""
        asked: str = self.cleaned_data["words"]
        found = words_of(asked)
        if not found or min(map(len, found)) < SHORTEST:
            raise ValidationError(_("Give words of at least two letters."))
        return asked
