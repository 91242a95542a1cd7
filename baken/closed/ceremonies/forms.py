# SPDX-License-Identifier: EUPL-1.2
"""Passphrases, chosen and never kept."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.closed.vault.rules import check_passphrase
from baken.closed.vault.shares import NEEDED

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


def keepers_field(keepers: list[tuple[str, str]]) -> forms.MultipleChoiceField:
    """Return a field for whom one's key is shared out to: everybody who keeps shares, unless she says otherwise."""
    return forms.MultipleChoiceField(
        label=_("Who may help you if you forget it"),
        choices=keepers,
        initial=[key for key, _name in keepers],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Two of them together. Leave out whom you do not know: tell the privacy officer."),
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


class HoldingForm(ChoosingForm):
    """A passphrase of a holder, and who could help her."""

    def __init__(self, *args: Any, keepers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keepers"] = keepers_field(keepers)

    def clean_keepers(self) -> list[UUID]:
        """Refuse fewer than two."""
        chosen = [UUID(key) for key in self.cleaned_data["keepers"]]
        if len(chosen) < NEEDED:
            raise forms.ValidationError(_("Choose at least two: one alone cannot help you."))
        return chosen


class ChangingForm(HoldingForm):
    """The passphrase that one has, and another."""

    old = passphrase_field(_("The passphrase you have"))
    field_order = ("old", "new", "again", "keepers")
