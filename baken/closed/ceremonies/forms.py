# SPDX-License-Identifier: EUPL-1.2
"""Passphrases, chosen and never kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.closed.vault.rules import check_passphrase

_LONGEST = 500


def passphrase_field(label: Any, help_text: Any = "", *, new: bool = False) -> forms.CharField:
    """Return a field for a passphrase; spaces count, and no browser keeps it."""
    return forms.CharField(
        label=label,
        max_length=_LONGEST,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        validators=[check_passphrase] if new else [],
        help_text=help_text,
    )


class TypingForm(forms.Form):
    """A passphrase that one has."""

    passphrase = passphrase_field(_("Your passphrase"))


class ChoosingForm(forms.Form):
    """A passphrase that one chooses, twice."""

    new = passphrase_field(
        _("New passphrase"), _("At least 20 characters: a sentence that only you would say."), new=True
    )
    again = passphrase_field(_("The same again"))

    def clean(self) -> dict[str, Any]:
        """Refuse two that differ."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("new") != data.get("again"):
            self.add_error("again", _("The two are not the same."))
        return data


class ChangingForm(ChoosingForm):
    """The passphrase that one has, and another."""

    old = passphrase_field(_("The passphrase you have"))
    field_order = ("old", "new", "again")
