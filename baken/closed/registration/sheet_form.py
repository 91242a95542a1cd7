# SPDX-License-Identifier: EUPL-1.2
"""The sheet as a form, made from its table. What stays open was not asked; "not known" was asked in vain."""

import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from baken.closed.casework.person import nations
from baken.closed.registration.checks import ages
from baken.closed.registration.fields import UNKNOWN, Answers, Field, known, state, table, unknown, value
from baken.core.clock import today

_LONGEST = {"text": 500, "age": 7, "count": 2, "month": 7}
_MONTH = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
_OLDEST = 120


class StampedForm(forms.Form):
    """A form that knows which state of the sheet it was made from."""

    stamp = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, *args: Any, stamp: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["stamp"] = self.now = stamp

    def clean_stamp(self) -> str:
        """Refuse what was filled in while a colleague changed the sheet."""
        if self.cleaned_data["stamp"] != self.now:
            raise ValidationError(_("A colleague changed this sheet meanwhile. Open it again and add what is yours."))
        return self.now


class SheetForm(StampedForm):
    """What a type of file asks, in its sections."""

    def __init__(self, *args: Any, kind: str, answers: Answers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = table().fields_of(kind)
        for each in self.asked:
            self._add(each, answers)

    def _add(self, field: Field, answers: Answers) -> None:
        key, at_hand = field.key, value(answers, field.key)
        is_unknown = state(answers, key) == UNKNOWN
        if field.kind in _LONGEST:
            self.fields[key] = _line(field)
            self.fields[f"{key}_unknown"] = forms.BooleanField(label=_unknown(field), required=False)
            self.initial.update({key: at_hand, f"{key}_unknown": is_unknown})
            return
        self.fields[key] = _many(field) if field.kind == "many" else _one(field)
        nothing: Any = [UNKNOWN] if field.kind == "many" else UNKNOWN
        self.initial[key] = nothing if is_unknown else at_hand

    def sections(self) -> list[tuple[str, list[BoundField]]]:
        """Return the names of sections with their fields."""
        found = []
        for section in table().sections.values():
            names = [each.key for each in self.asked if each.section == section.key]
            fields = [self[name] for key in names for name in (key, f"{key}_unknown") if name in self.fields]
            if fields:
                found.append((spoken(section), fields))
        return found

    def clean(self) -> dict[str, Any]:
        """Refuse what is both known and not known, and what is not written as it must be."""
        for field in self.asked:
            found = self.cleaned_data.get(field.key)
            if self._is_both(field, found):
                self.add_error(field.key, _("Either it is known, or it is not."))
            elif found and field.kind in _WRITTEN and not _WRITTEN[field.kind](found):
                self.add_error(field.key, _("Write it as in the example below."))
        return self.cleaned_data

    def _is_both(self, field: Field, found: Any) -> bool:
        if field.kind == "many":
            return UNKNOWN in (found or []) and len(found) > 1
        return bool(found and self.cleaned_data.get(f"{field.key}_unknown"))

    def answers(self) -> dict[str, Any]:
        """Return what was answered; what was not asked is not there."""
        return {each.key: told for each in self.asked if (told := self._answer(each))}

    def _answer(self, field: Field) -> dict[str, Any] | None:
        found = self.cleaned_data.get(field.key)
        if found in (UNKNOWN, [UNKNOWN]) or self.cleaned_data.get(f"{field.key}_unknown"):
            return unknown()
        return known(found) if found else None


class TypeForm(forms.Form):
    """What CoMensha is asked to do: which type of file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(each.key, spoken(each)) for each in table().kinds.values()]
        self.fields["kind"] = forms.ChoiceField(label=_("Type of file"), choices=kinds, widget=forms.RadioSelect)


class FixForm(StampedForm):
    """That somebody saw what is missing, if anything is, and fixes the sheet nevertheless."""

    def __init__(self, *args: Any, is_open: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_open:
            self.fields["seen"] = forms.BooleanField(label=_("I have seen what is open, and fix it as it is."))


def spoken(words: Any, name: str = "") -> str:
    """Return what something of the table is called in the language of the page."""
    return str(getattr(words, f"{name}_{language()}" if name else language()))


def language() -> str:
    """Return which of the two languages of the table the page has."""
    return "nl" if (get_language() or "").startswith("nl") else "en"


def _line(field: Field) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 2}) if field.kind == "text" else forms.TextInput
    told: dict[str, Any] = {
        "label": spoken(field),
        "help_text": spoken(field, "help"),
        "max_length": _LONGEST[field.kind],
    }
    return forms.CharField(required=False, widget=widget, **told)


def _one(field: Field) -> forms.ChoiceField:
    found = [("", gettext("not asked")), *_choices(field), (UNKNOWN, gettext("asked, not known"))]
    return forms.ChoiceField(label=spoken(field), choices=found, required=False, help_text=spoken(field, "help"))


def _many(field: Field) -> forms.MultipleChoiceField:
    found = [*_choices(field), (UNKNOWN, gettext("asked, not known"))]
    return forms.MultipleChoiceField(
        label=spoken(field), choices=found, required=False, widget=forms.CheckboxSelectMultiple
    )


def _choices(field: Field) -> list[tuple[str, str]]:
    if field.kind == "country":
        return list(nations.names(language()).items())
    return [(each.key, spoken(each)) for each in table().codes(field.codes, today())]


def _unknown(field: Field) -> str:
    return gettext("%(what)s: asked, not known") % {"what": spoken(field)}


def _is_age(text: str) -> bool:
    found = ages(text)
    return found is not None and found[0] <= found[1] <= _OLDEST


_WRITTEN: dict[str, Callable[[str], object]] = {"age": _is_age, "count": str.isdecimal, "month": _MONTH.fullmatch}
