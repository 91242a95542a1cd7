# SPDX-License-Identifier: EUPL-1.2
"""What is asked of who asks for a place. Whom she must not be near is chosen by initials."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.closed.shelter import labels
from baken.closed.shelter.asking.actions import Person, Wish
from baken.closed.shelter.models import Request
from baken.closed.shelter.screening import table
from baken.core.clock import today
from baken.core.wording import said

_LONGEST = 5_000
MOST = 8  # people of one household


def day(label: Any, **given: Any) -> forms.DateField:
    """Return a field of a day."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **given)


def words(label: Any, rows: int = 3, **given: Any) -> forms.CharField:
    """Return a field of words."""
    return forms.CharField(label=label, max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **given)


class PersonForm(forms.Form):
    """One of a household."""

    initials = forms.CharField(label=_("Initials"), max_length=8, required=False)
    sex = forms.ChoiceField(label=_("Woman or man"), choices=[("", "-"), *labels.SEXES], required=False)
    born = day(_("Born on"), required=False)
    age = forms.ChoiceField(label=_("Or her age"), choices=[("", "-"), *labels.AGES], required=False)

    def clean(self) -> dict[str, Any]:
        """Raise where somebody has no sex, or neither a day of birth nor an age."""
        told = super().clean() or {}
        if any(told.values()):
            if not told.get("sex"):
                self.add_error("sex", _("Choose a sex; not known is a choice."))
            if not told.get("born") and not told.get("age"):
                self.add_error("age", _("Fill in a day of birth, or choose an age; not known is a choice."))
        return told

    @property
    def person(self) -> Person | None:
        """Who it is, or None where the row is empty."""
        told = self.cleaned_data
        if not any(told.values()):
            return None
        return Person(told["initials"], told["sex"], told["born"], told["age"])


def people_forms(most: int) -> "type[forms.BaseFormSet[PersonForm]]":
    """Return the rows in which so many people are told of."""
    return forms.formset_factory(PersonForm, extra=most, max_num=most, absolute_max=most)


class NeedsForm(forms.Form):
    """What the place must have, and whom and what she must not be near."""

    arrive_on = day(_("Arrives on"))
    leave_on = day(_("Expected to leave on"))
    latest_on = day(_("At the latest on"), required=False)
    sure = forms.ChoiceField(label=_("How sure is the day of leaving?"), choices=labels.CERTAINTIES)
    step_free = forms.BooleanField(label=_("Needs a step-free unit"), required=False)
    network = forms.CharField(
        label=_("Networks she was exploited by"), required=False, max_length=200,
        help_text=_("A word for each, with commas. Nobody of the same network is placed in one building."),
    )  # fmt: skip
    excluded_regions = forms.CharField(
        label=_("Regions where she is not safe"), required=False, max_length=200, help_text=_("With commas.")
    )
    avoid = forms.MultipleChoiceField(
        label=_("Must not be near"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Never in one location, and not a day after each other."),
    )  # fmt: skip
    financing = forms.ChoiceField(label=_("Who pays"), choices=[("", "-"), *labels.FINANCING], required=False)
    words = words(_("In words"), required=False)

    def __init__(self, *args: Any, others: Iterable[tuple[str, str]] = (), **given: Any) -> None:
        super().__init__(*args, **given)
        choices = list(others)
        self.fields["avoid"].choices = choices  # type: ignore[attr-defined]
        if not choices:
            del self.fields["avoid"]

    def clean(self) -> dict[str, Any]:
        """Raise for days out of order; the latest day is the expected one where nobody gave it."""
        told = super().clean() or {}
        arrive, leave = told.get("arrive_on"), told.get("leave_on")
        if arrive and leave and leave <= arrive:
            self.add_error("leave_on", _("Choose a day after the one on which she arrives."))
        told["latest_on"] = told.get("latest_on") or leave
        if leave and told["latest_on"] < leave:
            self.add_error("latest_on", _("Choose a day that is not before the expected one."))
        return told

    def needs(self, before: Request | None = None) -> dict[str, Any]:
        """Return what the placing needs to know; what this form did not ask stays as it was."""
        told = self.cleaned_data
        kept = dict(before.needs) if before else {}
        kept |= {"step_free": told["step_free"], "financing": told["financing"]}
        kept |= {name: _listed(told[name]) for name in ("network", "excluded_regions")}
        return kept | {"avoid": self._avoided(kept.get("avoid", []))}

    def _avoided(self, before: list[str]) -> list[str]:
        """Return whom she must not be near: who is not in the house now stays on the list, for she may come again."""
        if "avoid" not in self.fields:
            return before
        shown = {key for key, _name in self.fields["avoid"].choices}  # type: ignore[attr-defined]
        return sorted({*self.cleaned_data["avoid"], *(set(before) - shown)})


class AskForm(NeedsForm):
    """A new request."""

    source = forms.ChoiceField(
        label=_("Asked by"), choices=[each for each in labels.SOURCES if each[0] != labels.NIGHT]
    )
    length = forms.ChoiceField(label=_("For how long"), choices=labels.LENGTHS)
    field_order = ("source", "length", "arrive_on", "leave_on", "latest_on", "sure")


def wish(form: NeedsForm, before: Request | None = None) -> Wish:
    """Return what is asked for."""
    told = form.cleaned_data
    source, length = (before.source, before.length) if before else (told["source"], told["length"])
    days = (told["arrive_on"], told["leave_on"], told["latest_on"])
    return Wish(source, told["words"], length, *days, told["sure"], form.needs(before))


def asked_before(request: Request) -> dict[str, Any]:
    """Return what a form begins with for a request that is there already."""
    needs = request.needs
    told = {name: getattr(request, name) for name in ("arrive_on", "leave_on", "latest_on", "sure", "words")}
    told |= {name: ", ".join(needs.get(name, ())) for name in ("network", "excluded_regions")}
    return told | {name: needs.get(name) for name in ("step_free", "avoid", "financing")}


class ScreeningForm(forms.Form):
    """The screening: who may come, what is against it, and the colour."""

    criteria = forms.MultipleChoiceField(
        label=_("What holds"), required=False, widget=forms.CheckboxSelectMultiple
    )  # fmt: skip
    against = forms.MultipleChoiceField(
        label=_("What is against it"), required=False, widget=forms.CheckboxSelectMultiple
    )  # fmt: skip
    colour = forms.ChoiceField(label=_("Colour"), choices=labels.COLOURS, widget=forms.RadioSelect)
    words = words(_("Why this colour"))

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        for name, lines in (("criteria", table().criterion), ("against", table().against)):
            self.fields[name].choices = [(each.key, said(each)) for each in lines]  # type: ignore[attr-defined]

    @property
    def found(self) -> dict[str, list[str]]:
        """What was ticked."""
        return {name: self.cleaned_data[name] for name in ("criteria", "against")}


class ConsentForm(forms.Form):
    """Who has authority over a minor and consented to where she is placed."""

    by = forms.CharField(label=_("Who has authority and consented"), max_length=120)
    on = day(_("On"), initial=today)


class AnswerForm(forms.Form):
    """The answer to a request that is not met."""

    how = forms.ChoiceField(label=_("Answer"), choices=labels.ANSWERABLE, widget=forms.RadioSelect)
    why = forms.ChoiceField(label=_("Why it is refused"), choices=[("", "-"), *labels.REFUSALS], required=False)
    answer = words(_("In words"))

    def clean(self) -> dict[str, Any]:
        """Raise for a refusal without a reason."""
        told = super().clean() or {}
        if told.get("how") == labels.REFUSED and not told.get("why"):
            self.add_error("why", _("Choose why it is refused."))
        return told


class OnwardForm(forms.Form):
    """To whom she is offered."""

    to = forms.CharField(label=_("To which organisation"), max_length=200)
    words = words(_("What you asked of them"), required=False)


class OnwardAnswerForm(forms.Form):
    """What they said."""

    how = forms.ChoiceField(label=_("What they said"), choices=labels.ANSWERS, widget=forms.RadioSelect)
    answer = words(_("In words"), required=False)


def _listed(text: str) -> list[str]:
    return [each.strip() for each in text.split(",") if each.strip()]
