# SPDX-License-Identifier: EUPL-1.2
"""Passphrases, chosen and never kept."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.closed.vault.rules import check_passphrase

_LONGEST = 500


def passphrase_field(label: Any, help_text: Any = "") -> forms.CharField:
    """Return a field for a new passphrase; spaces count, and no browser keeps it."""
    widget = forms.PasswordInput(attrs={"autocomplete": "off"})
    return forms.CharField(
        label=label, max_length=_LONGEST, strip=False, widget=widget, validators=[check_passphrase], help_text=help_text
    )


class ChoosingForm(forms.Form):
    """One's own passphrase, twice."""

    passphrase = passphrase_field(_("Passphrase"), _("At least 20 characters: a sentence that only you would say."))
    again = forms.CharField(
        label=_("The same again"),
        max_length=_LONGEST,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse two that differ."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("passphrase") != data.get("again"):
            self.add_error("again", _("The two are not the same."))
        return data


class RecoveryForm(forms.Form):
    """Two people at one screen, each with a passphrase of her own."""

    mine = passphrase_field(_("Your passphrase"))
    theirs = passphrase_field(_("Passphrase of the second person"), _("She types it herself; you look away."))

    def __init__(self, *args: Any, others: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"] = forms.TypedChoiceField(label=_("Second person"), coerce=UUID, choices=others)
        self.order_fields(["mine", "other", "theirs"])
