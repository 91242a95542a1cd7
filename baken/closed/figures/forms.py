# SPDX-License-Identifier: EUPL-1.2
"""What is asked, what it is called, and how it was counted."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.closed.figures import rules
from baken.closed.figures.counting.catalogue import Unit, dimension, titles
from baken.closed.figures.counting.standards import Standard, standards
from baken.closed.figures.models import LONGEST
from baken.closed.figures.units.counting import MOST_DIMENSIONS, Asked, is_countable
from baken.core.clock import today
from baken.core.wording import said
from baken.tabulation.carrying import is_plain
from baken.tabulation.shapes import Words

EVERYBODY = ""
_YEARS_BACK = 10


def _new_year() -> date:
    return date(today().year, 1, 1)


def day_input() -> forms.DateInput:
    """Return where a day is filled in."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class AskForm(forms.Form):
    """Along what, over which period, and who of it."""

    dimensions = forms.MultipleChoiceField(
        label=_("Told apart by"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("One to three. The one with the fewest answers goes across the table."),
    )
    first = forms.DateField(label=_("From"), initial=_new_year, widget=day_input())
    last = forms.DateField(label=_("Until and including"), initial=today, widget=day_input())
    only = forms.ChoiceField(label=_("Who counts"), required=False)

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit
        self.fields["dimensions"].choices = [(each, said(titles()[each])) for each in unit.choices]  # type: ignore[attr-defined]
        self.fields["only"].choices = [(EVERYBODY, _("everybody")), *_groups(unit)]  # type: ignore[attr-defined]

    def clean_dimensions(self) -> list[str]:
        """Return at most three."""
        chosen = list(dict.fromkeys(self.cleaned_data["dimensions"]))
        if len(chosen) > MOST_DIMENSIONS:
            raise forms.ValidationError(_("Choose at most three: more make cells in which almost nobody is left."))
        return chosen

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins, or goes on too long."""
        told = super().clean() or {}
        first, last = told.get("first"), told.get("last")
        if first and last and not rules.is_period(first, last):
            self.add_error("last", _("Choose a last day after the first one, at most twenty years on."))
        elif not self.errors and not is_countable(self.asked()):
            self.add_error(
                "dimensions", _("This makes more cells than anybody can look at. Choose fewer or a shorter period.")
            )
        return told

    def asked(self) -> Asked:
        """Return what was asked."""
        told = self.cleaned_data
        name, _colon, code = told["only"].partition(":")
        where = {name: (code,)} if name else {}
        return Asked(self.unit.name, self._longest_first(), told["first"], told["last"], where)

    def _longest_first(self) -> tuple[str, ...]:
        """Return the dimensions so that the one with the fewest answers comes last: a table is read down."""
        told = self.cleaned_data
        found = (dimension(each, told["first"], told["last"]) for each in told["dimensions"])
        return tuple(each.name for each in sorted(found, key=lambda each: -len(each.codes)))


def _groups(unit: Unit) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the answers along each dimension but times, to choose one of."""
    found = (dimension(each, today(), today()) for each in unit.dimensions)
    return [
        (said(each.title), [(f"{each.name}:{code.code}", said(code.title)) for code in each.categories])
        for each in found
    ]


class StandardForm(forms.Form):
    """Which breakdown of others, and of which year."""

    standard = forms.ChoiceField(label=_("Who asks for it"), widget=forms.RadioSelect)
    year = forms.TypedChoiceField(label=_("Year"), coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(each.name, said(each.title)) for each in standards().values()]
        years = [(str(each), str(each)) for each in range(today().year, today().year - _YEARS_BACK, -1)]
        self.fields["standard"].choices = named  # type: ignore[attr-defined]
        self.fields["year"].choices = years  # type: ignore[attr-defined]

    def standard_chosen(self) -> Standard:
        """Return it."""
        return standards()[self.cleaned_data["standard"]]


def plain(text: str) -> None:
    """Refuse signs that nobody sees: they come along from other programs, and what is published breaks on them."""
    if not is_plain(text):
        raise forms.ValidationError(_("There are invisible signs in this text. Type it, or paste it as plain text."))


class TitleForm(forms.Form):
    """What a question is called, in both languages of the pages."""

    title_nl = forms.CharField(label=_("Title in Dutch"), max_length=120, validators=[plain])
    title_en = forms.CharField(label=_("Title in English"), max_length=120, validators=[plain])

    def title(self) -> Words:
        """Return it."""
        return Words(self.cleaned_data["title_nl"], self.cleaned_data["title_en"])


class MethodForm(forms.Form):
    """How it was counted, as it stands beside the published figure."""

    method_nl = forms.CharField(
        label=_("How it was counted, in Dutch"),
        max_length=LONGEST,
        validators=[plain],
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    method_en = forms.CharField(
        label=_("How it was counted, in English"),
        max_length=LONGEST,
        validators=[plain],
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def method(self) -> Words:
        """Return it."""
        return Words(self.cleaned_data["method_nl"], self.cleaned_data["method_en"])


class WithdrawForm(forms.Form):
    """Why a figure is withdrawn."""

    why = forms.CharField(label=_("Why"), max_length=500)
