# SPDX-License-Identifier: EUPL-1.2
"""What a worker writes down of what was told. What she leaves open was not asked; nothing is kept by a browser."""

import datetime
import re
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from baken.closed.casework.codes import valid
from baken.closed.casework.person import countries
from baken.closed.casework.person.forms import LongSelect, check_past
from baken.closed.trafficking import labels, rules
from baken.closed.trafficking.lists import lists, of
from baken.closed.trafficking.models import Account
from baken.core.clock import today
from baken.core.provinces import HOME, PROVINCES

LONGEST = 10_000
MONTH = _("Month and year, such as 5-2024, or the year alone.")
_TURNED = re.compile(r"(?:(?:(\d{1,2})-)?(\d{1,2})-)?(\d{4})", re.ASCII)


class Checkboxes(forms.CheckboxSelectMultiple):
    """Boxes to tick, dozens on one page: one template for all, not one for each."""

    template_name = "trafficking/_checkboxes.html"


def many(label: Any, codes: str, kind: str = "") -> forms.MultipleChoiceField:
    """Return a field of several codes; what is not ticked was not asked."""
    rows = [each for each in valid(of(codes), today()) if not kind or each.links["kind"] == kind]
    choices = [*labels.choices(rows), *labels.opened([rules.UNKNOWN])]
    return forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=Checkboxes
    )  # fmt: skip


def one(label: Any, codes: str) -> forms.ChoiceField:
    """Return a field of one code, which begins with that it was not asked."""
    return forms.ChoiceField(label=label, choices=[*labels.opened(), *labels.choices(valid(of(codes), today()))])


def country(label: Any) -> forms.ChoiceField:
    """Return a field of a country, which begins with that it was not asked."""
    return forms.ChoiceField(label=label, choices=[*labels.opened(), *countries.choices()], widget=LongSelect)


def provinces(label: Any) -> forms.MultipleChoiceField:
    """Return a field of provinces; what is not ticked was not asked."""
    choices = [*labels.choices(PROVINCES.values()), *labels.opened([rules.UNKNOWN])]
    return forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=Checkboxes)


def day(label: Any, **given: Any) -> forms.DateField:
    """Return a field of a day."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **given)


def words(label: Any, rows: int = 4, **given: Any) -> forms.CharField:
    """Return a field of words."""
    return forms.CharField(label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **given)


def turned(text: str) -> str:
    """Return a date as it is kept, the year first, where it was written with the year last."""
    found = _TURNED.fullmatch(text)
    if found is None:
        return text
    dayed, month, year = found.groups()
    return "-".join([year, *(each.zfill(2) for each in (month, dayed) if each)])


def unturned(kept: str) -> str:
    """Return a kept date as somebody writes it; nothing where it is open."""
    return "" if kept in rules.OPEN else "-".join(reversed(kept.split("-")))


class AccountForm(forms.Form):
    """What somebody told of the trafficking: first what was done, then what belongs to it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= self._first() | self._kinds() | self._recruited() | self._lasted() | self._controlled()
        self.fields["words"] = words(_("In her words"), rows=5, required=False)

    def _first(self) -> dict[str, forms.Field]:
        return {
            "teller": forms.ChoiceField(label=_("Who told it"), choices=labels.choices(of("teller").values())),
            "told_on": day(_("Told on")),
            "forms": many(_("What was done"), "form"),
            "crossing": one(_("Across a border"), "crossing"),
        }

    def _kinds(self) -> dict[str, forms.Field]:
        return {
            "sexual": many(_("In what way"), "sexual"),
            "sectors_sexual": many(_("Where"), "sector", "sexual"),
            "sectors_labour": many(_("In which work"), "sector", "labour"),
            "industry": one(_("Industry, if none of these fits"), "industry"),
            "sectors_criminal": many(_("Which crimes"), "sector", "criminal"),
        }

    def _recruited(self) -> dict[str, forms.Field]:
        return {
            "recruitment": many(_("How she was recruited"), "recruitment"),
            "recruited_country": country(_("In which country")),
            "recruited_place": forms.CharField(label=_("Place"), max_length=200, required=False),
            "relationship": one(_("Who the trafficker was to her"), "relationship"),
            "recruitment_platforms": many(_("Websites and apps"), "platform"),
        }

    def _lasted(self) -> dict[str, forms.Field]:
        return {
            "first_month": forms.CharField(label=_("First month"), max_length=10, required=False, help_text=MONTH),
            "first_month_unknown": forms.BooleanField(label=_("The first month is not known"), required=False),
            "last_month": forms.CharField(label=_("Last month"), max_length=10, required=False, help_text=MONTH),
            "last_month_unknown": forms.BooleanField(label=_("The last month is not known"), required=False),
            "age": forms.CharField(label=_("Her age when it began"), max_length=3, required=False),
            "age_unknown": forms.BooleanField(label=_("Her age is not known"), required=False),
            "exploited_country": country(_("In which country")),
            "exploited_provinces": provinces(_("In which provinces, if it was in the Netherlands")),
            "exploited_places": words(_("In which places"), rows=2, required=False, help_text=_("One on a line.")),
        }

    def _controlled(self) -> dict[str, forms.Field]:
        return {
            "control": many(_("How she was controlled"), "control"),
            "exploitation_platforms": many(_("Websites and apps"), "platform"),
        }

    def first(self) -> list[BoundField]:
        """Return what every account tells."""
        return self._some(self._first())

    def with_sexual(self) -> list[BoundField]:
        """Return what is asked with sexual exploitation."""
        return self._some(["sexual", "sectors_sexual"])

    def with_labour(self) -> list[BoundField]:
        """Return what is asked with work and services."""
        return self._some(["sectors_labour"])

    def with_forced(self) -> list[BoundField]:
        """Return what is asked with forced labour alone."""
        return self._some(["industry"])

    def with_criminal(self) -> list[BoundField]:
        """Return what is asked with forced criminality."""
        return self._some(["sectors_criminal"])

    def rest(self) -> list[tuple[str, list[BoundField], bool]]:
        """Return what may be asked too: a heading, its questions, and whether any has an answer or is wrong."""
        parts = {
            gettext("How it began"): self._recruited(),
            gettext("When and where"): self._lasted(),
            gettext("How she was controlled"): self._controlled(),
        }
        found = [(heading, self._some(names)) for heading, names in parts.items()]
        return [(heading, fields, any(map(_is_answered, fields))) for heading, fields in found]

    def _some(self, names: Any) -> list[BoundField]:
        return [self[name] for name in names]

    @classmethod
    def filled(cls, account: Account) -> dict[str, Any]:
        """Return what stands in the fields of an account that is corrected."""
        names = ("teller", "told_on", "crossing", "industry", "recruited_country", "recruited_place", "relationship",
                 "exploited_country", "exploited_places", "words")  # fmt: skip
        found = {name: getattr(account, name) for name in names}
        found |= {name: _ticked(getattr(account, name)) for name in rules.MANY}
        found["exploited_provinces"] = _ticked(account.exploited_provinces or [])
        found |= {rules.sectors(kind): _ticked(account.sectors[kind]) for kind in rules.SECTORED}
        for name in (*rules.DATES, "age"):
            kept = getattr(account, name)
            found |= {name: unturned(kept), f"{name}_unknown": kept == rules.UNKNOWN}
        return found

    def clean_told_on(self) -> datetime.date | None:
        """Refuse a day that is to come."""
        return check_past(self.cleaned_data["told_on"])

    def clean(self) -> dict[str, Any]:
        """Refuse what does not go together; what is left open was not asked."""
        found = super().clean() or self.cleaned_data
        if self.errors:
            return found
        told: dict[str, Any] = {name: rules.answered(found[name]) for name in rules.MANY}
        told |= {name: found[name] for name in (*rules.ONE, "recruited_country", "exploited_country")}
        told["exploited_provinces"] = rules.answered(found["exploited_provinces"])
        if rules.codes_of(told["exploited_provinces"]) and told["exploited_country"] in rules.OPEN:
            told["exploited_country"] = HOME  # who names a province names the country
        told["sectors"] = {kind: rules.answered(found[rules.sectors(kind)]) for kind in rules.SECTORED}
        told |= {name: self._open(name) for name in (*rules.DATES, "age")}
        for name, fault in rules.faults(told, lists(), today()).items():
            self.add_error(name, str(labels.FAULTS[fault]))
        plain = ("teller", "told_on", "recruited_place", "exploited_places", "words")
        return told | {name: found.get(name) for name in plain}

    def _open(self, name: str) -> str:
        """Return what was told, or that it is not known, or that nobody asked; not two of these."""
        text, unknown = self.cleaned_data[name].strip(), self.cleaned_data[f"{name}_unknown"]
        if text and unknown:
            self.add_error(name, str(labels.FAULTS[rules.Fault.BOTH]))
        return turned(text) or (rules.UNKNOWN if unknown else rules.NOT_ASKED)


def _ticked(answer: list[str]) -> list[str]:
    return [each for each in answer if each != rules.NOT_ASKED]


def _is_answered(field: BoundField) -> bool:
    value = field.value()
    return bool(field.errors or (value and value != rules.NOT_ASKED))


class EventForm(forms.Form):
    """Something that happened at some time and place."""

    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    words = words(_("In words"), rows=3, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = forms.ChoiceField(label=_("What it was"), choices=labels.choices(of("event").values()))
        self.fields["on"] = forms.CharField(
            label=_("When"),
            max_length=10,
            required=False,
            help_text=_("A day such as 14-5-2024, a month such as 5-2024, or the year alone."),
        )
        self.fields["on_unknown"] = forms.BooleanField(label=_("When is not known"), required=False)
        self.fields["country"] = country(_("Country"))
        self.order_fields(["kind", "on", "on_unknown", "country", "place", "words"])

    def clean(self) -> dict[str, Any]:
        """Refuse a date that is none, is to come, or stands beside the word that it is not known."""
        found = super().clean() or self.cleaned_data
        text, unknown = found.get("on", "").strip(), found.pop("on_unknown", False)
        found["on"] = turned(text) or (rules.UNKNOWN if unknown else rules.NOT_ASKED)
        if (text and unknown) or not rules.is_date(found["on"], today()):
            fault = rules.Fault.BOTH if text and unknown else rules.Fault.DATE
            self.add_error("on", str(labels.FAULTS[fault]))
        return found
