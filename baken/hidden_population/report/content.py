# SPDX-License-Identifier: EUPL-1.2
"""A report as data: sentences, pictures and tables in their order, the same for every form that it takes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from baken.hidden_population import reading, tables
from baken.hidden_population.answering import Answer
from baken.hidden_population.estimating import Estimate, Spread, Stratum
from baken.hidden_population.report.chart import Chart, Row
from baken.hidden_population.report.words import KINDS, MEANINGS, Words
from baken.hidden_population.strata.joint import JOINT
from baken.hidden_population.worded import worded

_MOST_ROWS = 24  # of a picture; a table has them all
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True)
class Grid:
    """A table: what its columns are, and its rows; the first cell of a row is its head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def numbers(self) -> tuple[bool, ...]:
        """Which columns hold numbers, and are set by their last digit; the first never does."""
        _, *others = zip(*self.rows, strict=True)
        return (False, *(any(map(_NUMBER.fullmatch, column)) for column in others))


@dataclass(frozen=True)
class Section:
    """A part of a report under a heading: sentences, then a picture, then a table, then small print."""

    title: str
    lines: tuple[str, ...] = ()
    chart: Chart | None = None
    grid: Grid | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """A whole report, in one language."""

    language: str
    title: str
    foot: str
    sections: tuple[Section, ...]


def report(answer: Answer, spread: Spread, words: Words) -> Report:
    """Return what is to be told of an answer: methods side by side, strata, lists, and what no table shows."""
    say = words.say
    sections = (
        Section(say(worded("In short")), tuple(map(say, reading.told(answer)))),
        _methods(answer, words),
        *_strata(answer, words),
        _without(answer, words),
        _overlaps(answer.table, words),
        Section(say(worded("What no table shows")), tuple(map(say, reading.LIMITS))),
        *_weak(answer, words),
    )
    return Report(
        words.language, say(worded("How many there are, on lists and on none")), _foot(spread, words), sections
    )


def _foot(spread: Spread, words: Words) -> str:
    if not spread.times:
        return words.say(worded("Estimated by Baken, without resamples."))
    return words.say(
        worded(
            "Estimated by Baken; intervals of {level} per cent from {times} resamples, seed {seed}.",
            level=f"{spread.level:g}", times=spread.times, seed=str(spread.seed),
        )
    )  # fmt: skip


def _methods(answer: Answer, words: Words) -> Section:
    rows = [Row(each.method, each.observed, each.estimate, each.interval) for each in answer.estimates]
    head = ("method", "seen", "hidden", "in all", "interval", "kind of interval")
    grid = [
        (
            each.method, words.count(each.observed), words.persons(each.hidden), words.persons(each.estimate),
            words.between(each.interval), words.say(KINDS[each.interval.kind]) if each.interval else "",
        )
        for each in answer.estimates
    ]  # fmt: skip
    meanings = (f"{each.method}: {words.say(MEANINGS[each.method])}" for each in answer.estimates)
    return Section(
        words.say(worded("All methods side by side")), (), Chart(tuple(rows), words),
        Grid(_head(head, words), tuple(grid)), (*meanings, *map(words.say, answer.refused)),
    )  # fmt: skip


_HEADS = {
    "method": worded("Method"), "seen": worded("Seen"), "hidden": worded("Hidden"),
    "in all": worded("In all"), "interval": worded("Interval"), "kind of interval": worded("Kind of interval"),
    "kind": worded("Kind of persons"), "list": worded("List"), "left out": worded("Left out"),
    "alone": worded("On it alone"),
}  # fmt: skip


def _head(names: Sequence[str], words: Words) -> tuple[str, ...]:
    return tuple(words.say(_HEADS[name]) for name in names)


def _strata(answer: Answer, words: Words) -> Iterator[Section]:
    """Yield strata: by the first method, and by the joint model where that is another."""
    found = {each.method: each for each in answer.estimates if each.strata}
    for method in dict.fromkeys([*list(found)[:1], *({JOINT} & found.keys())]):
        yield _parts(found[method], words)


def _parts(found: Estimate, words: Words) -> Section:
    rows = [Row(_common(each), each.observed, each.estimate, each.interval) for each in found.strata]
    head = _head(("kind", "seen", "hidden", "in all", "interval"), words)
    grid = [
        (
            _common(each), words.count(each.observed), words.persons(each.hidden),
            words.persons(each.estimate), words.between(each.interval),
        )
        for each in found.strata
    ]  # fmt: skip
    notes = [f"{_common(each)}: {words.say(note)}" for each in found.strata for note in each.warnings]
    title = words.say(worded("Told apart, by {method}", method=found.method))
    chart = Chart(tuple(rows), words) if len(rows) <= _MOST_ROWS else None
    return Section(title, (), chart, Grid(head, tuple(grid)), tuple(notes))


def _common(stratum: Stratum) -> str:
    return ", ".join(f"{column} {value}" for column, value in stratum.by.items())


def _without(answer: Answer, words: Words) -> Section:
    """Return what each list does to the methods that were asked again without it."""
    totals = {each.method: each.estimate for each in answer.estimates}
    methods = [*answer.left]
    all_lists = (words.say(worded("none")), *(words.persons(totals[each]) for each in methods))
    rows = [(name, *(words.persons(answer.left[each][name]) for each in methods)) for name in answer.table.lists]
    line = worded(
        "What each method gives in all where one list is left out. Where that is far off, all hangs on that list."
    )
    return Section(
        words.say(worded("Without each list")), (words.say(line),), None,
        Grid((words.say(_HEADS["left out"]), *methods), (all_lists, *rows)),
    )  # fmt: skip


def _overlaps(table: tables.Table, words: Words) -> Section:
    """Return how many persons every two lists have in common."""
    places = range(len(table.lists))
    rows = [
        (
            table.lists[one], words.count(table.counts[1 << one]),
            *(words.count(table.on(1 << one | 1 << other)) for other in places),
        )
        for one in places
    ]  # fmt: skip
    line = worded("Persons whom two lists have in common; where a list meets itself, all who are on it.")
    return Section(
        words.say(worded("How lists overlap")), (words.say(line),), None,
        Grid((*_head(("list", "alone"), words), *table.lists), tuple(rows)),
    )  # fmt: skip


def _weak(answer: Answer, words: Words) -> Iterator[Section]:
    notes = dict.fromkeys(words.say(note) for each in answer.estimates for note in each.warnings)
    if notes:
        yield Section(words.say(worded("What is weak about it")), tuple(notes))
