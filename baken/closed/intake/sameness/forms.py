# SPDX-License-Identifier: EUPL-1.2
"""What somebody says of a report and another dossier."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.closed.intake.sameness.labels import UNDONE, VERDICTS


class VerdictForm(forms.Form):
    """The same person, not the same, or taken back with a reason."""

    other = forms.UUIDField()
    verdict = forms.ChoiceField(choices=VERDICTS)
    words = forms.CharField(max_length=2000, required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where something is taken back."""
        said = super().clean() or {}
        if said.get("verdict") == UNDONE and not said.get("words"):
            self.add_error("words", _("Say why."))
        return said
