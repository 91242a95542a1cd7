# SPDX-License-Identifier: EUPL-1.2
"""What a worker writes down of the risks around her and of how safe she is."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from baken.closed.casework.codes import valid
from baken.closed.casework.person.forms import check_past
from baken.closed.trafficking import labels, screening
from baken.closed.trafficking.forms import day, words
from baken.closed.trafficking.lists import of
from baken.core.clock import today
from baken.core.wording import said

_MARK = "factor_"


class AssessmentForm(forms.Form):
    """What makes her vulnerable, a question for each factor of the table."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"] = day(_("On"), initial=today)
        for each in of("factor").values():
            choices = labels.opened(screening.ANSWERS)
            self.fields[_MARK + each.key] = forms.ChoiceField(label=said(each), choices=choices)
        self.fields["words"] = words(_("In words"), required=False)

    def day(self) -> list[BoundField]:
        """Return what is asked first."""
        return [self["on"]]

    def last(self) -> list[BoundField]:
        """Return what is asked after all questions."""
        return [self["words"]]

    def spheres(self) -> list[tuple[str, list[BoundField]]]:
        """Return the questions of each sphere, with its name."""
        factors = of("factor").values()
        return [
            (said(sphere), [self[_MARK + each.key] for each in factors if each.links["sphere"] == key])
            for key, sphere in of("sphere").items()
        ]

    def clean_on(self) -> datetime.date | None:
        """Refuse a day that is to come."""
        return check_past(self.cleaned_data["on"])

    def clean(self) -> dict[str, Any]:
        """Return the answers together, by their factors."""
        found = super().clean() or self.cleaned_data
        factors = {name.removeprefix(_MARK): value for name, value in found.items() if name.startswith(_MARK)}
        return {"on": found.get("on"), "words": found.get("words"), "factors": factors}


class LevelForm(forms.Form):
    """How safe she is, why, what is done for it, and when somebody looks again."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = labels.choices(valid(of("level"), today()))
        self.fields["level"] = forms.ChoiceField(label=_("How safe is she?"), choices=levels, widget=forms.RadioSelect)
        self.fields["on"] = day(_("Decided on"), initial=today)
        self.fields["words"] = words(_("Why"), rows=3)
        measures = labels.choices(valid(of("measure"), today()))
        self.fields["measures"] = forms.MultipleChoiceField(
            label=_("What is done"), choices=measures, required=False, widget=forms.CheckboxSelectMultiple
        )
        self.fields["review_on"] = day(_("Look again on"))

    def clean_on(self) -> datetime.date | None:
        """Refuse a day that is to come."""
        return check_past(self.cleaned_data["on"])

    def clean(self) -> dict[str, Any]:
        """Refuse to look again before it was decided, or more than half a year from now."""
        found = super().clean() or self.cleaned_data
        on, review = found.get("on"), found.get("review_on")
        if on and review and not screening.is_timely(on, review, today()):
            self.add_error("review_on", ValidationError(_("Choose a day after that, within half a year from now.")))
        return found
