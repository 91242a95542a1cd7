# SPDX-License-Identifier: EUPL-1.2
"""What is asked about daily life in the house."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from baken.closed.access.models import Appointment
from baken.closed.shelter.asking.forms import day
from baken.closed.shelter.asking.forms import words as in_words
from baken.closed.shelter.living import labels
from baken.closed.shelter.living.incidents import Told
from baken.closed.shelter.living.residents import Resident
from baken.closed.shelter.living.table import table
from baken.closed.shelter.models import Guest
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
    words = in_words(_("What was agreed"), required=False)
    agreed = forms.ChoiceField(label=_("Does she agree?"), choices=labels.AGREED, widget=forms.RadioSelect)
    from_on = day(_("From"), initial=today)
    until_on = day(_("Until"), required=False)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            ("", "-"),
            *((each.key, said(each)) for each in table().agreement),
        ]


class EndingForm(forms.Form):
    """How an agreement ended."""

    ending = in_words(_("How it ended, what comes in its place"), required=False)


class VisitForm(forms.Form):
    """Who comes to see her, and when."""

    who = forms.CharField(label=_("Who comes"), max_length=200)
    relation = forms.CharField(label=_("Who that is to her"), max_length=200, required=False)
    expected_at = moment(_("When"), help_text=_("Of who stands at the door: now."))


class DecisionForm(forms.Form):
    """Whether a visitor may come in."""

    allowed = forms.ChoiceField(label=_("This visitor"), choices=labels.ALLOWED, widget=forms.RadioSelect)
    why = in_words(_("Why not"), required=False)

    @property
    def told(self) -> dict[str, Any]:
        """What was decided."""
        return {"allowed": self.cleaned_data["allowed"] == labels.YES, "why": self.cleaned_data["why"]}


class BeginForm(forms.Form):
    """Which shift ends where the next begins; none where none goes on."""

    after = forms.UUIDField(widget=forms.HiddenInput, required=False)


class LineForm(forms.Form):
    """What the next shift must know about somebody."""

    dossier = forms.TypedChoiceField(label=_("About whom"), coerce=UUID)
    words = in_words(_("What the next shift must know"), rows=2)

    def __init__(self, *args: Any, residents: Iterable[Resident], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["dossier"].choices = [  # type: ignore[attr-defined]
            ("", "-"),
            *((str(each.dossier), str(each)) for each in residents),
        ]


class IncidentForm(forms.Form):
    """What happened, who was involved, what was done, and who follows it up."""

    dossiers = forms.TypedMultipleChoiceField(
        label=_("Who was involved"), coerce=UUID, widget=forms.CheckboxSelectMultiple,
        help_text=_("Each gets a row in her own file."),
    )  # fmt: skip
    happened_at = moment(_("When"))
    kind = forms.ChoiceField(label=_("What"), choices=[("", "-"), *labels.INCIDENTS])
    severity = forms.ChoiceField(label=_("How grave"), choices=labels.SEVERITIES, widget=forms.RadioSelect)
    words = in_words(
        _("What happened"),
        help_text=_("Name nobody who lives here: what you write stands in the file of each who was involved."),
    )
    done = in_words(_("What was done"), required=False)
    police = forms.ChoiceField(
        label=_("Were the police called?"), choices=labels.POLICE, initial=labels.NO, widget=forms.RadioSelect
    )
    follow_by = forms.TypedChoiceField(label=_("Who follows it up"), coerce=UUID)
    follow_on = day(_("By which day"), initial=today)

    def __init__(self, *args: Any, residents: Iterable[Resident], workers: Iterable[Appointment], **given: Any) -> None:
        super().__init__(*args, **given)
        people = [(str(each.dossier), str(each)) for each in residents]
        self.fields["dossiers"].choices = people  # type: ignore[attr-defined]
        names = [(str(each.user_id), str(each.user)) for each in workers]
        self.fields["follow_by"].choices = names  # type: ignore[attr-defined]

    @property
    def told(self) -> Told:
        """What happened."""
        return Told(**{name: value for name, value in self.cleaned_data.items() if name != "dossiers"})


class ClosingForm(forms.Form):
    """What came of an incident."""

    ending = in_words(_("What came of it"))


class CheckForm(forms.Form):
    """What is not in order in a unit."""

    faults = forms.MultipleChoiceField(
        label=_("What is not in order"), choices=labels.FAULTS, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing ticked: the unit is in order."),
    )  # fmt: skip
    repair = forms.BooleanField(label=_("It has to be repaired"), required=False)


class LoanForm(forms.Form):
    """What she was given."""

    what = forms.ChoiceField(label=_("What"), choices=labels.THINGS)
    label = forms.CharField(label=_("Number or label"), max_length=60, required=False)
    given_on = day(_("Given on"), initial=today)


class ReturnForm(forms.Form):
    """Whether it is back, or lost."""

    how = forms.ChoiceField(label=_("It is"), choices=labels.RETURNS, initial=labels.BACK, widget=forms.RadioSelect)
    on = day(_("On"), initial=today)


class SchoolForm(forms.Form):
    """Where a child goes, on which days, and who brings it."""

    guest = forms.TypedChoiceField(label=_("Who"), coerce=UUID)
    kind = forms.ChoiceField(label=_("School or day care"), choices=labels.SCHOOLS, widget=forms.RadioSelect)
    name = forms.CharField(label=_("Which"), max_length=200)
    weekdays = forms.TypedMultipleChoiceField(
        label=_("On which days"), choices=labels.WEEKDAYS, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    brought_by = forms.CharField(label=_("Brought by"), max_length=200, required=False)

    def __init__(self, *args: Any, guests: Iterable[Guest], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["guest"].choices = [(str(each.pk), each.initials or "?") for each in guests]  # type: ignore[attr-defined]


class MissedForm(forms.Form):
    """Why a child is not at school today."""

    reason = forms.ChoiceField(label=_("Why"), choices=labels.MISSED, widget=forms.RadioSelect)
