# SPDX-License-Identifier: EUPL-1.2
"""What is asked about daily life: what was agreed, who comes to see her."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from baken.closed.shelter.asking.forms import day, words
from baken.closed.shelter.living import labels
from baken.closed.shelter.living.table import table
from baken.core.clock import now, today
from baken.core.wording import said


def moment(label: Any, **given: Any) -> forms.DateTimeField:
    """Return a field of a moment, now unless another is chosen."""
    shown = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(
        label=label, widget=shown, initial=lambda: timezone.localtime(now()).strftime("%Y-%m-%dT%H:%M"), **given
    )


class AgreementForm(forms.Form):
    """What was agreed, from when, and whether she agrees."""

    kind = forms.ChoiceField(label=_("About what"))
    words = words(_("What was agreed"), required=False)
    agreed = forms.ChoiceField(label=_("Does she agree?"), choices=labels.AGREED, widget=forms.RadioSelect)
    from_on = day(_("From"), initial=today)
    until_on = day(_("Until"), required=False)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["kind"].choices = [(each.key, said(each)) for each in table().agreement]  # type: ignore[attr-defined]


class EndingForm(forms.Form):
    """How an agreement ended."""

    ending = words(_("How it ended, what comes in its place"), required=False)


class VisitForm(forms.Form):
    """Who comes to see her, and when."""

    who = forms.CharField(label=_("Who comes"), max_length=200)
    relation = forms.CharField(label=_("Who that is to her"), max_length=200, required=False)
    expected_at = moment(_("When"), help_text=_("Of who stands at the door: now."))


class DecisionForm(forms.Form):
    """Whether a visitor may come in."""

    allowed = forms.ChoiceField(label=_("This visitor"), choices=labels.ALLOWED, widget=forms.RadioSelect)
    why = words(_("Why not"), required=False)

    @property
    def told(self) -> dict[str, Any]:
        """What was decided."""
        return {"allowed": self.cleaned_data["allowed"] == labels.YES, "why": self.cleaned_data["why"]}
