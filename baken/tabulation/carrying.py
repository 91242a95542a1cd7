# SPDX-License-Identifier: EUPL-1.2
"""Figures as JSON values and back: what was released is kept so, and lies so in the hatch between the doors.

Reading back believes nothing: what is not whole, or does not add up, is refused.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any
from unicodedata import category

from baken.tabulation.shapes import ALL, Category, Dimension, Estimate, Figure, Population, Result, Table, Words

MOST_CELLS, MOST_TEXT = 20_000, 4_000  # of a figure; characters of one text
MOST_DIMENSIONS = 4
MOST = 10**9  # that anything is counted


class Unsound(ValueError):
    """No figure, or not a whole one; the message says why."""


def packed(figure: Figure) -> dict[str, Any]:
    """Return a figure as JSON values."""
    said: dict[str, Any] = _plain(asdict(figure))
    if isinstance(figure, Table):
        cells = [{"at": list(at), "value": figure.values[at]} for at in figure.cells()]
        return {"kind": "table", **said, "values": cells}
    return {"kind": "estimate", **said}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items() if name != "values"}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def unpacked(said: Any) -> Figure:
    """Return the figure that JSON values tell of; raise Unsound."""
    try:
        return _READERS[said["kind"]](said)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise Unsound(f"this is no whole figure: {error}") from error


def unpacked_words(said: Any) -> Words:
    """Return the words that JSON values hold; raise Unsound."""
    try:
        return _words(said)
    except (KeyError, TypeError) as error:
        raise Unsound(f"these are no words: {error}") from error


def _table(said: Mapping[str, Any]) -> Table:
    dimensions = tuple(_dimension(each) for each in said["dimensions"])
    values = {tuple(map(_text, each["at"])): _count(each["value"]) for each in said["values"][: MOST_CELLS + 1]}
    threshold = _count(said["threshold"]) or 0
    table = Table(**_about(said), dimensions=dimensions, values=values, threshold=threshold)
    _check_shape(table)
    _check_sums(table)
    return table


def _check_shape(table: Table) -> None:
    if not 1 <= len(table.dimensions) <= MOST_DIMENSIONS or len(table.values) > MOST_CELLS:
        raise Unsound("it has too many cells, or too many or no dimensions")
    if len({each.name for each in table.dimensions}) < len(table.dimensions):
        raise Unsound("it has a dimension twice")
    if set(table.cells()) != set(table.values):
        raise Unsound("it lacks cells, or has some of no category")


def _check_sums(table: Table) -> None:
    """Refuse parts that do not add up to a total that is told."""
    for at, value in table.values.items():
        for along, code in enumerate(at):
            parts = [table.values[each] for each in table.parts(at, along)] if code == ALL else [None]
            told = [each for each in parts if each is not None]
            if value is not None and (sum(told) > value or (len(told) == len(parts) and sum(told) < value)):
                raise Unsound("its parts do not add up to its totals")


def _estimate(said: Mapping[str, Any]) -> Estimate:
    results = tuple(_result(each) for each in said["results"])
    observed = _count(said["observed"])
    lists = tuple(map(_text, said["lists"]))
    if observed is None or not results:
        raise Unsound("an estimate tells how many were seen, and what at least one method makes of it")
    about, reading = _about(said), _words(said["reading"])
    return Estimate(**about, lists=lists, observed=observed, results=results, reading=reading)


def _result(said: Mapping[str, Any]) -> Result:
    low, high = (None if said[name] is None else _number(said[name]) for name in ("low", "high"))
    numbers = {"estimate": _number(said["estimate"]), "level": _number(said["level"])}
    return Result(method=_text(said["method"]), low=low, high=high, interval=_text(said["interval"]), **numbers)


def _about(said: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": _words(said["title"]),
        "definition": _words(said["definition"]),
        "population": _population(said["population"]),
        "counted_on": date.fromisoformat(said["counted_on"]),
    }


def _population(said: Mapping[str, Any]) -> Population:
    where = {_text(name): tuple(map(_text, codes)) for name, codes in said["where"].items()}
    first, last = (date.fromisoformat(said[name]) for name in ("first", "last"))
    if first > last:
        raise Unsound("its last day comes before its first")
    return Population(unit=_text(said["unit"]), first=first, last=last, where=where)


def _dimension(said: Mapping[str, Any]) -> Dimension:
    found = tuple(_category(each) for each in said["categories"])
    if len({each.code for each in found} - {ALL}) < max(1, len(found)):
        raise Unsound("a dimension has categories of one code, or none")
    return Dimension(_text(said["name"]), _words(said["title"]), _words(said["definition"]), found)


def _category(said: Mapping[str, Any]) -> Category:
    within = {_text(name): _text(code) for name, code in said.get("within", {}).items()}
    beside = {_text(name): tuple(map(_text, codes)) for name, codes in said.get("beside", {}).items()}
    return Category(_text(said["code"]), _words(said["title"]), within, beside)


def _words(said: Mapping[str, Any]) -> Words:
    return Words(nl=_text(said["nl"]), en=_text(said["en"]))


def _text(said: Any) -> str:
    if not isinstance(said, str) or len(said) > MOST_TEXT or not is_plain(said):
        raise Unsound("a text is none, is too long, or has signs that nobody sees")
    return said


def is_plain(text: str) -> bool:
    """Return whether a text has no signs that nobody sees but ends of lines and tabs: feeds and files break on them."""
    return all(sign in "\n\r\t" or category(sign) not in {"Cc", "Cs"} for sign in text)


def _count(said: Any) -> int | None:
    if said is None:
        return None
    if isinstance(said, bool) or not isinstance(said, int) or not 0 <= said <= MOST:
        raise Unsound("a count is not a whole number from 0, or more than there are")
    return said


def _number(said: Any) -> float:
    if isinstance(said, bool) or not isinstance(said, int | float) or not 0 <= said <= MOST:
        raise Unsound("a number is none")
    return float(said)


_READERS: dict[str, Callable[[Any], Figure]] = {"table": _table, "estimate": _estimate}
