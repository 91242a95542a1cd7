# SPDX-License-Identifier: EUPL-1.2
"""An estimate by several methods, as a figure with its reading in both languages of the pages."""

from math import isfinite

from django.utils.translation import gettext, override

from baken.closed.figures.hidden.leaving import as_told
from baken.core.clock import today
from baken.hidden_population import reading, tables
from baken.hidden_population.answering import Answer, answer
from baken.hidden_population.estimating import Estimate as Estimated
from baken.hidden_population.estimating import Spread
from baken.hidden_population.methods import Asked
from baken.hidden_population.worded import retold
from baken.tabulation.shapes import Estimate, Population, Result, Words

MOST_LISTS = 6  # more take minutes, and a page is waited for
_SPREAD = Spread(times=500)
_KINDS = {"bca": "BCa", "credible": "posterior", "wald": "Wald"}  # as readers know them


def estimated(table: tables.Table, title: Words, definition: Words, population: Population) -> Estimate:
    """Return what all methods that apply make of a table of capture histories, in two digits; raise `tables.Faults`."""
    if len(table.lists) > MOST_LISTS:
        raise tables.Faults([gettext("More than six lists take longer than a page can wait: use the command.")])
    found = as_told(answer(table, None, Asked(), _SPREAD))
    return Estimate(
        title=title,
        definition=definition,
        population=population,
        lists=table.lists,
        observed=table.observed,
        results=tuple(map(_result, found.estimates)),
        reading=Words(nl=_read(found, "nl"), en=_read(found, "en")),
        counted_on=today(),
    )


def _result(found: Estimated) -> Result:
    told = found.interval
    if told is None or not isfinite(told.low + told.high):
        return Result(found.method, found.estimate, None, None, _SPREAD.level, "")
    return Result(found.method, found.estimate, told.low, told.high, told.level, _KINDS.get(told.kind, told.kind))


def _read(found: Answer, language: str) -> str:
    """Return what the estimates say and what they do not, in a language."""
    with override(language):
        return " ".join(retold(each, gettext, language) for each in reading.read(found))
