# SPDX-License-Identifier: EUPL-1.2
"""What a worker may fill in. Nothing here is kept by a browser."""

import datetime
from collections.abc import Callable
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from baken.closed.access.parts import Part
from baken.closed.casework.models import KINDS, NOTED
from baken.closed.casework.person import countries
from baken.closed.casework.person.forms import LongSelect, check_past, day
from baken.closed.vault.holders import NotAHolder
from baken.closed.vault.passphrases import WrongPassphrase
from baken.closed.vault.sealing import Tampered
from baken.core.clock import today

LONGEST_NOTE = 20_000
_SHORT = [each for each in KINDS if each[0] != "conference"]  # a conference has a form of its own


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

    email = forms.EmailField(label=_("E-mail address"), max_length=200, required=False)
    post_street = forms.CharField(
        label=_("Street and number"),
        max_length=200,
        required=False,
        help_text=_("Where post for her may arrive. Never the place where she stays."),
    )
    post_code = forms.CharField(label=_("Postal code"), max_length=20, required=False)
    post_city = forms.CharField(label=_("Town"), max_length=100, required=False)
    post_state = forms.CharField(label=_("Province or state"), max_length=100, required=False)
    post_country = forms.ChoiceField(label=_("Country"), required=False, widget=LongSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post_country"].choices = [("", "–"), *countries.choices()]  # type: ignore[attr-defined]  # noqa: RUF001

    def first(self) -> list[BoundField]:
        """Return how she is reached."""
        return [each for each in self if not each.name.startswith("post_")]

    def more(self) -> list[BoundField]:
        """Return where post may arrive."""
        return [each for each in self if each.name.startswith("post_")]

    def has_more(self) -> bool:
        """Return whether something of that is known, or is wrong."""
        return any(each.errors or each.value() for each in self.more())


class NoteForm(forms.Form):
    """A note, in one of the parts that the writer works with."""

    kind = forms.ChoiceField(
        label=_("What it was"),
        choices=_SHORT,
        required=False,
        help_text=_("A note of who reported or referred her is in no copy that she gets."),
    )
    happened_on = day(_("On"))
    text = forms.CharField(label=_("Note"), max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(self, *args: Any, writable: frozenset[Part], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = frozenset(part for part, _label in NOTED if part in writable)
        choices = [(part, label) for part, label in NOTED if part in writable]
        self.fields["part"] = forms.ChoiceField(label=_("About"), choices=choices)
        self.order_fields(["part", "kind", "happened_on", "text"])
        self.fields["happened_on"].initial = today()

    def clean_kind(self) -> str:
        """Take a note for one where nothing is said."""
        return self.cleaned_data["kind"] or "note"

    def clean_happened_on(self) -> datetime.date:
        """Refuse a day that is to come; where none is given it was today."""
        return check_past(self.cleaned_data["happened_on"]) or today()


class ConferenceForm(NoteForm):
    """A case conference: who were there, what was decided, and what else was said."""

    present = forms.CharField(
        label=_("Who were there"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Each with the organisation she came for."),
    )
    decisions = forms.CharField(
        label=_("What was decided"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Each with who does it, and before when."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["kind"]
        self.fields["text"].label, self.fields["text"].required = _("What else was said"), False
        self.order_fields(["part", "happened_on", "present", "decisions", "text"])


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

    def opened(self, read: Callable[[str], str]) -> str:
        """Return what the passphrase opens, or nothing where it opens nothing: the form says why."""
        try:
            return read(self.cleaned_data["passphrase"])
        except WrongPassphrase:
            self.add_error("passphrase", _("This passphrase does not open it."))
        except (NotAHolder, Tampered):
            self.add_error(None, _("It does not open, though your passphrase may be right. Tell the privacy officer."))
        return ""
