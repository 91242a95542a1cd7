# SPDX-License-Identifier: EUPL-1.2
"""Which kinds of source are on which list, and over which period."""

from collections import defaultdict
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from baken.closed.figures.hidden.estimating import MOST_LISTS
from baken.closed.figures.hidden.forms import PeriodForm
from baken.closed.figures.hidden.own.captures import Lists
from baken.closed.figures.hidden.own.kinds import kinds
from baken.core.wording import said
from baken.hidden_population.tables import FEWEST_LISTS

_NONE = 0


class OwnListsForm(PeriodForm):
    """A choice for each kind of source: kinds that get the same number are one list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        numbers = [(_NONE, _("on no list")), *((each, _("list %d") % each) for each in range(1, MOST_LISTS + 1))]
        for kind in kinds().values():
            self.fields[kind.code] = forms.TypedChoiceField(
                label=capfirst(said(kind.title)), choices=numbers, coerce=int, initial=kind.list
            )

    def clean(self) -> dict[str, Any]:
        """Ask for two lists at least: from one nothing can be estimated."""
        told = super().clean()
        if not self.errors and len(self.lists()) < FEWEST_LISTS:
            self.add_error(None, _("Choose at least two lists: what is estimated is how they overlap."))
        return told

    def lists(self) -> Lists:
        """Return the kinds on each list, by its name in the language of the page, in the order of their numbers."""
        on: dict[int, list[str]] = defaultdict(list)
        for code in kinds():
            on[self.cleaned_data[code]].append(code)
        held = [on[number] for number in sorted(on) if number != _NONE]
        return {"/".join(said(kinds()[code].title) for code in each): tuple(each) for each in held}
