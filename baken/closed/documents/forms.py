# SPDX-License-Identifier: EUPL-1.2
"""A file that a worker adds. It is kept in memory until it is sealed: nothing of it is ever written to a disk."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from baken.closed.access.parts import Part
from baken.closed.casework.models import NOTED
from baken.closed.documents.kinds import KINDS, NotTaken, recognised

_ENDINGS = ",".join(ending for kind in KINDS for ending in kind.endings)


class VersionForm(forms.Form):
    """A file."""

    file = forms.FileField(
        label=_("File to add"),
        allow_empty_file=True,
        help_text=_("PDF, photo, Word, Excel, OpenDocument or plain text, at most 20 MB. No macros."),
        # A larger one is not taken in at all, so that the field comes empty.
        error_messages={"required": _("Choose a file of at most 20 MB.")},
        widget=forms.FileInput(attrs={"accept": _ENDINGS}),
    )

    def clean_file(self) -> UploadedFile:
        """Refuse a file whose content is none of the kinds that are taken, whatever it is called."""
        file: UploadedFile = self.cleaned_data["file"]
        try:
            self.body = file.read()
            recognised(self.body)
        except NotTaken:
            raise ValidationError(_("This file cannot be kept here. Save it as a PDF, and try again.")) from None
        return file


class DocumentForm(VersionForm):
    """A file under a title, in one of the parts that the writer works with."""

    title = forms.CharField(label=_("Title"), max_length=200)

    def __init__(self, *args: Any, writable: frozenset[Part], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(part, label) for part, label in NOTED if part in writable]
        self.fields["part"] = forms.ChoiceField(label=_("About"), choices=choices)
        self.order_fields(["title", "part", "file"])
