# SPDX-License-Identifier: EUPL-1.2
"""The steps of a report, in plain language. What is filled in travels with the page and is kept nowhere."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from baken.core import wording
from baken.core.provinces import ABROAD, PROVINCES
from baken.core.slots import slot
from baken.open.reporting.cleaning import Unfit, cleaned
from baken.open.reporting.receipts import Receipt
from baken.open.reporting.uploads import MOST_BYTES, MOST_FILES

LONGEST = 20_000  # characters of what somebody writes
WHO = [
    ("self", _("It is about me")),
    ("worried", _("I am worried about somebody")),
    ("professional", _("I am a professional")),
]
DANGER = [("yes", _("Yes, now")), ("no", _("No")), ("unknown", _("I do not know"))]
AGE = [("minor", _("Younger than 18")), ("adult", _("18 or older")), ("unknown", _("I do not know"))]
BUSY = _("Many people write to us now. Wait a minute and send again. What you wrote is still here; choose files anew.")
CLOSED = _(
    "We cannot take this now, and nothing was sent. Try again later, or call. What you wrote is still here; choose"
    " files anew."
)
_OFF = {"autocomplete": "off"}


def _text(label: Any, rows: int, **options: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={**_OFF, "rows": rows})
    return forms.CharField(label=label, widget=widget, max_length=LONGEST, **options)


def _line(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.TextInput(attrs=_OFF), max_length=200, **options)


def _choice(label: Any, choices: Iterable[tuple[str, Any]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=list(choices), widget=forms.RadioSelect)


def _regions() -> list[tuple[str, Any]]:
    """Return where it can be: first that somebody does not know, which is what an untouched answer says."""
    named = [(code, wording.said(each)) for code, each in PROVINCES.items()]
    return [("", _("I do not know")), *named, (ABROAD, _("Not in the Netherlands"))]


class _Step(forms.Form):
    """One of the steps; `title` heads its page."""

    title: Any


class WhoForm(_Step):
    """Who writes."""

    title = _("Who are you?")
    who = _choice(_("Who are you?"), WHO)


class AboutForm(_Step):
    """What it is about."""

    title = _("What is going on?")
    danger = _choice(_("Is somebody in danger now?"), DANGER)
    age = _choice(_("How old is the person it is about?"), AGE)
    words = _text(_("What is going on? Write it as you would say it."), 8)
    where = _line(_("Where does it happen, as far as you know?"), required=False)
    region = forms.ChoiceField(
        label=_("In which province, as far as you know?"),
        choices=_regions,
        required=False,
        widget=forms.Select(attrs=_OFF),
    )
    when = _line(_("Since when, or when was it?"), required=False)


class ReachForm(_Step):
    """How the writer can be reached, if she wants to be."""

    title = _("May we know how to reach you?")
    reach = _text(
        _("How and when can we reach you safely?"),
        3,
        required=False,
        help_text=_("You may leave this open. With the number you get at the end you can read our answer here."),
    )


class ProfessionalForm(_Step):
    """Who a professional is, and when to call back."""

    title = _("Who are you, and how do we call you back?")
    organisation = _line(_("Organisation"))
    role = _line(_("Your work there"))
    name = _line(_("Your name"), required=False)
    reach = _line(_("Telephone number or e-mail address, and when"))
    informed = forms.ChoiceField(
        label=_("Does the person know that you write to us?"),
        choices=[("yes", _("Yes")), ("no", _("No")), ("unsafe", _("No, that would not be safe"))],
        widget=forms.RadioSelect,
    )


class _Files(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Up to three files, each of a kind that is taken; what comes of it are letters, ready to be sealed."""

    widget = _Files(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf,text/plain"})

    def clean(self, data: Any, initial: Any = None) -> list[dict[str, Any]]:
        """Return the files with their clean copies; raise ValidationError, in words, for any that is not taken."""
        files: list[UploadedFile] = list(data or [])
        if len(files) > MOST_FILES:
            raise ValidationError(_("Three files at most. Send the others afterwards, with your number."))
        return [_letter(super(FilesField, self).clean(each, initial)) for each in files]


def _letter(file: UploadedFile) -> dict[str, Any]:
    if (file.size or 0) > MOST_BYTES:
        raise ValidationError(_("A file may be 10 MB at most."))
    original = file.read()
    try:
        # A picture takes much memory while it is looked at: one at a time on this machine.
        with slot("cleaning", Path(settings.RECEIPT_SLOTS), of=1):
            kind, clean = cleaned(original)
    except Unfit as error:
        raise ValidationError(
            _("This file cannot be taken. Pictures (JPEG, PNG, WebP), PDF and plain text can.")
        ) from error
    return {"kind": "file", "name": file.name, "type": kind, "original": original, "clean": clean}


class SendForm(_Step):
    """The last step: files, and sending. The receipt is made here, so that sending twice is sending once."""

    title = _("Look once more, and send")
    once = forms.UUIDField(widget=forms.HiddenInput)
    receipt = forms.CharField(widget=forms.HiddenInput, max_length=30)
    attached = FilesField(
        label=_("Pictures or documents"),
        required=False,
        help_text=_("Three at most: pictures, PDF or plain text, 10 MB each."),
    )

    def clean_receipt(self) -> Receipt:
        """Return the receipt that was made when this step was first shown."""
        found = Receipt.read(self.cleaned_data["receipt"])
        if found is None:
            raise ValidationError(_("Something is missing. Please go back one step and send again."))
        return found

    @staticmethod
    def fresh() -> dict[str, Any]:
        """Return what a new report is known by."""
        return {"once": uuid4(), "receipt": "".join(Receipt.new().groups)}


class ReceiptForm(forms.Form):
    """The number that somebody got."""

    receipt = forms.CharField(
        label=_("Your number"),
        max_length=60,
        help_text=_("24 digits. Spaces do not matter."),
        widget=forms.TextInput(attrs={**_OFF, "inputmode": "numeric"}),
    )

    def clean_receipt(self) -> Receipt:
        """Return the receipt; raise ValidationError for what cannot be one."""
        found = Receipt.read(self.cleaned_data["receipt"])
        if found is None:
            raise ValidationError(_("A number has 24 digits. Please look at it once more."))
        return found


class AdditionForm(forms.Form):
    """What somebody adds to her report."""

    words = _text(_("Do you want to tell us more, or answer us?"), 5)
    attached = FilesField(
        label=_("Pictures or documents"), required=False, help_text=SendForm.base_fields["attached"].help_text
    )


class Steps:
    """The four steps, of which the third depends on who writes; made of what was sent so far."""

    COUNT = 4

    def __init__(self, sent: Mapping[str, Any], files: Any = None) -> None:
        self.sent = sent
        third = ProfessionalForm if sent.get("who") == "professional" else ReachForm
        self.kinds: list[type[_Step]] = [WhoForm, AboutForm, third, SendForm]
        self.files = files
        self._bound: dict[int, _Step] = {}

    def bound(self, step: int) -> _Step:
        """Return a step as it was sent; always the same one, for a file is read once."""
        return self._bound.setdefault(step, self.kinds[step](self.sent, self.files))

    def fresh(self, step: int) -> _Step:
        """Return a step to be filled in, with what was said before in going back and forth."""
        kind = self.kinds[step]
        begun = {name: self.sent[name] for name in kind.base_fields if self.sent.get(name)}
        return kind(initial={**(SendForm.fresh() if kind is SendForm else {}), **begun})

    def carried(self, shown: int) -> list[tuple[str, str]]:
        """Return what the page of a step carries along of the other steps, by name."""
        names = {name for kind in self.kinds for name in kind.base_fields} - {
            "attached",
            *self.kinds[shown].base_fields,
        }
        return sorted((name, str(self.sent[name])) for name in names if name in self.sent)

    def first_wrong(self) -> int | None:
        """Return the first step that does not hold, or None where all do."""
        return next((step for step in range(self.COUNT) if not self.bound(step).is_valid()), None)


def said(steps: Steps, language: str) -> tuple[UUID, Receipt, dict[str, Any], list[dict[str, Any]]]:
    """Return what a whole report comes to: its key, its receipt, the letter and its files."""
    found = [steps.bound(step) for step in range(Steps.COUNT)]
    answers: dict[str, Any] = {}
    for form in found:
        assert form.is_valid()  # noqa: S101 - asked before
        answers |= form.cleaned_data
    files, once, receipt = answers.pop("attached"), answers.pop("once"), answers.pop("receipt")
    return once, receipt, {"kind": "report", "language": language, **answers}, files
