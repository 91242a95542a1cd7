# SPDX-License-Identifier: EUPL-1.2
"""What a worker may fill in. Nothing here is kept by a browser."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.closed.access.parts import Part
from baken.closed.casework.models import NOTED

LONGEST_NOTE = 20_000


class ContactForm(forms.Form):
    """How the person can be reached without danger."""

    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    safe_ways = forms.CharField(
        label=_("Safe ways and times"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Who may answer, when to call, what never to say."),
    )


class NoteForm(forms.Form):
    """A note, in one of the parts that the writer works with."""

    text = forms.CharField(label=_("Note"), max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(self, *args: Any, writable: frozenset[Part], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = frozenset(part for part, _label in NOTED if part in writable)
        choices = [(part, label) for part, label in NOTED if part in writable]
        self.fields["part"] = forms.ChoiceField(label=_("About"), choices=choices)
        self.order_fields(["part", "text"])


class WhereaboutsForm(forms.Form):
    """Where the person hides, and who may open it: what nobody can open is lost."""

    text = forms.CharField(label=_("Where she is"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, holders: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["holders"] = forms.MultipleChoiceField(
            label=_("Who may open it"), choices=holders, widget=forms.CheckboxSelectMultiple
        )


class PassphraseForm(forms.Form):
    """The passphrase that opens what is sealed to its owner."""

    passphrase = forms.CharField(
        label=_("Your vault passphrase"),
        max_length=500,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
