# SPDX-License-Identifier: EUPL-1.2
"""What a worker writes down of who somebody is. Everything may stay open; nothing is kept by a browser."""

import datetime
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from baken.closed.casework.models import Identity
from baken.closed.casework.person import countries, languages
from baken.closed.casework.person.labels import GENDERS, GUARDIANS, INTERPRETER, NOT_TOLD, RELATIONS, coded
from baken.core.clock import today

_EARLIEST = datetime.date(1900, 1, 1)
_OLDEST = 120
_MOST_CHILDREN = 15
_MORE = ("other_nationalities", "document_number", "marital_status", "children", "education")
_OPEN = [("", "–")]  # noqa: RUF001 - how Dutch and English show that nothing is there


class Suggesting(forms.TextInput):
    """A line of text that proposes names, of languages or of countries."""

    template_name = "casework/_languages_input.html"

    def __init__(self, names: Callable[[], list[str]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.names = names

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Add the names to what the template is given."""
        listed = {**(attrs or {}), "list": f"{(attrs or {}).get('id', name)}_names"}
        return {**super().get_context(name, value, listed), "suggestions": self.names()}


class LongSelect(forms.Select):
    """A choice from hundreds, such as of countries: one template for all, not one for each."""

    template_name = "casework/_select.html"


def day(label: Any, **more: Any) -> forms.DateField:
    """Return a field for a day that may stay open."""
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more
    )


def check_past(found: datetime.date | None) -> datetime.date | None:
    """Return a day; raise ValidationError for one that is to come or that nobody remembers."""
    if found and not _EARLIEST <= found <= today():
        raise ValidationError(_("Choose a day that is not to come."))
    return found


class IdentityForm(forms.Form):
    """Who the person is."""

    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    born = day(_("Born on"), help_text=_("Is the day not known? Leave this open, and say below how old she is about."))
    least = forms.IntegerField(label=_("At least this many years old"), min_value=0, max_value=_OLDEST, required=False)
    most = forms.IntegerField(label=_("At most this many years old"), min_value=0, max_value=_OLDEST, required=False)
    gender = forms.ChoiceField(label=_("Sex or gender"), choices=[*_OPEN, *GENDERS], required=False)
    nationality = forms.CharField(
        label=_("Nationality"), max_length=100, required=False, widget=Suggesting(countries.suggestions)
    )
    languages = forms.CharField(
        label=_("Languages"),
        max_length=languages.MOST * languages.LONGEST,
        required=False,
        widget=Suggesting(languages.suggestions),
        help_text=_("The best one first, with commas between them."),
    )
    interpreter = forms.ChoiceField(label=_("Interpreter"), choices=[*_OPEN, *INTERPRETER], required=False)
    other_nationalities = forms.CharField(
        label=_("Other nationalities"),
        max_length=500,
        required=False,
        widget=Suggesting(countries.suggestions),
        help_text=_("Countries, with commas between them."),
    )
    document_number = forms.CharField(label=_("Number of an identity document"), max_length=40, required=False)
    marital_status = forms.ChoiceField(label=_("Marital status"), required=False)
    children = forms.ChoiceField(label=_("Children"), required=False)
    education = forms.ChoiceField(label=_("Highest education"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (
            ("marital_status", coded("marital_status")),
            ("children", [(str(each), str(each)) for each in range(_MOST_CHILDREN + 1)]),
            ("education", coded("education")),
        ):
            self.fields[name].choices = [*NOT_TOLD, *choices]  # type: ignore[attr-defined]

    def first(self) -> list[BoundField]:
        """Return what is asked of everybody."""
        return [each for each in self if each.name not in _MORE]

    def more(self) -> list[BoundField]:
        """Return what may be asked too."""
        return [self[name] for name in _MORE]

    def has_more(self) -> bool:
        """Return whether something of that is known, or is wrong."""
        return any(each.errors or each.value() for each in self.more())

    @classmethod
    def filled(cls, identity: Identity | None) -> dict[str, Any]:
        """Return what stands in the fields before anybody changes it."""
        told = {name: getattr(identity, name, "") for name in cls.base_fields}
        known = identity.languages if identity else []
        return (
            told
            | ((identity and identity.age_range) or {})
            | {
                "languages": languages.named(known),
                "other_nationalities": ", ".join(
                    map(countries.named, identity.other_nationalities if identity else [])
                ),
            }
        )

    def clean_born(self) -> datetime.date | None:
        """Refuse a birth that is to come."""
        return check_past(self.cleaned_data["born"])

    def clean_other_nationalities(self) -> list[str]:
        """Return the countries, known ones by their codes."""
        names = (each.strip() for each in self.cleaned_data["other_nationalities"].split(","))
        return list(dict.fromkeys(countries.coded(each) for each in names if each))

    def clean_languages(self) -> list[str]:
        """Return the languages, known ones by their codes."""
        found = languages.coded(self.cleaned_data["languages"])
        if len(found) > languages.MOST or any(len(each) > languages.LONGEST for each in found):
            raise ValidationError(_("Give at most ten languages, with commas between them."))
        return found

    def clean(self) -> dict[str, Any]:
        """Refuse a birth date together with a range, half a range, and one that goes backwards."""
        found = super().clean() or self.cleaned_data
        least, most = found.get("least"), found.get("most")
        if found.get("born") and (least is not None or most is not None):
            raise ValidationError(_("Give the birth date or an age, not both."))
        if (least is None) != (most is None) or (least is not None and most is not None and least > most):
            raise ValidationError(_("Give the lowest and the highest age that she may have, the lowest first."))
        return found


class GuardianForm(forms.Form):
    """Who has authority over a minor."""

    kind = forms.ChoiceField(label=_("Who has authority"), choices=GUARDIANS)
    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    since = day(_("Since"))
    until = day(_("Until"))

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        found = super().clean() or self.cleaned_data
        since, until = found.get("since"), found.get("until")
        if since and until and until < since:
            raise ValidationError(_("The last day comes before the first."))
        return found


class RelativeForm(forms.Form):
    """Somebody of her family or household."""

    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    relation = forms.ChoiceField(label=_("Who this is to her"), choices=RELATIONS)
    born = day(_("Born on"))
    with_her = forms.BooleanField(label=_("Comes with her, or lives with her"), required=False)
    number = forms.CharField(
        label=_("Number of this person's own file"),
        max_length=20,
        required=False,
        help_text=_("Only a file that you may see. Others see the link only if they may see that file."),
    )

    def clean_born(self) -> datetime.date | None:
        """Refuse a birth that is to come."""
        return check_past(self.cleaned_data["born"])
