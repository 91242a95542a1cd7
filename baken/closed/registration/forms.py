# SPDX-License-Identifier: EUPL-1.2
"""What a worker fills in of what was said about CoMensha."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.closed.casework.person.forms import check_past
from baken.closed.registration.actions import lacks_witness
from baken.closed.registration.labels import ADVISERS, BY, HOW, PURPOSES, REPLIES, WAYS, WHAT
from baken.closed.registration.rules import Purpose, What

LONGEST = 2000


def day(label: Any) -> forms.DateField:
    """Return a field for a day."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


def text(label: Any, **given: Any) -> forms.CharField:
    """Return a field for a few lines."""
    return forms.CharField(label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}), **given)


class WordForm(forms.Form):
    """What was said, for which purpose, on which day, by whom and how."""

    purpose = forms.TypedChoiceField(
        label=_("What it is about"), choices=PURPOSES, coerce=Purpose, widget=forms.RadioSelect
    )
    what = forms.TypedChoiceField(label=_("What was said"), choices=WHAT, coerce=What, widget=forms.RadioSelect)
    on = day(_("On"))
    by = forms.ChoiceField(label=_("By whom"), choices=BY, widget=forms.RadioSelect)
    how = forms.ChoiceField(label=_("How"), choices=HOW, widget=forms.RadioSelect)
    witness = forms.CharField(
        label=_("Before whom"), max_length=200, required=False, help_text=_("Who heard it, if nothing was signed.")
    )
    words = text(
        _("In words"),
        required=False,
        help_text=_("For example who it is that has authority over her, or why she says no."),
    )

    def clean_on(self) -> datetime.date | None:
        """Refuse a day that is to come."""
        return check_past(self.cleaned_data["on"])

    def clean(self) -> dict[str, Any]:
        """Refuse a yes that was neither signed nor heard."""
        given = self.cleaned_data
        if lacks_witness(given.get("what", What.REFUSED), given.get("how", ""), given.get("witness", "")):
            self.add_error("witness", _("A yes that is not signed needs somebody who heard it."))
        return given


class OverrideForm(forms.Form):
    """Who advised to register without consent, on which day, and why it is done."""

    adviser = forms.ChoiceField(label=_("Who advised"), choices=ADVISERS, widget=forms.RadioSelect)
    name = forms.CharField(label=_("Name of who advised"), max_length=200)
    advised_on = day(_("Advised on"))
    reason = text(_("Why she is registered without consent"), help_text=_("Who decides reads this, and not her file."))

    def clean_advised_on(self) -> datetime.date | None:
        """Refuse a day that is to come."""
        return check_past(self.cleaned_data["advised_on"])


class SentForm(forms.Form):
    """When and how a version went, and to whom."""

    on = day(_("On"))
    what = forms.ChoiceField(label=_("How"), choices=WAYS, widget=forms.RadioSelect)
    to = forms.CharField(label=_("To whom"), max_length=200, initial="CoMensha")
    number = forms.CharField(label=_("Number that CoMensha gave"), max_length=60, required=False)
    words = text(_("In words"), required=False)


class AnswerForm(forms.Form):
    """What came back, or what CoMensha was told."""

    what = forms.ChoiceField(label=_("What it was"), choices=REPLIES, widget=forms.RadioSelect)
    on = day(_("On"))
    number = forms.CharField(label=_("Number that CoMensha gave"), max_length=60, required=False)
    words = text(_("In words"), required=False, help_text=_("Never where the place is."))
