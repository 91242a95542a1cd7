# SPDX-License-Identifier: EUPL-1.2
"""Which category a fact comes to (pure). What is in doubt or was not asked is not known, and never guessed."""

import tomllib
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from baken.closed.casework.person.rules import Age, oldest, youngest
from baken.closed.trafficking.lists import of
from baken.closed.trafficking.rules import codes_of
from baken.core.provinces import HOME, PROVINCES

UNKNOWN, SEVERAL, OPEN = "unknown", "several", "open"
NATIONS = Path(__file__).with_name("nations.toml")
ADULT = 18
_AGES = ((0, "0-11"), (12, "12-17"), (18, "18-22"), (23, "23-29"), (30, "30-39"), (40, "40-"))
_WAITS = ((0, "0"), (1, "1-2"), (3, "3-7"), (8, "8-30"), (31, "31-"))
_LENGTHS = ((0, "0-30"), (31, "31-91"), (92, "92-183"), (184, "184-366"), (367, "367-"))
_OFTEN = ((0, "0"), (1, "1"), (2, "2"), (3, "3-"))
_SEXES = {
    "Feminine": "woman", "TransgenderFeminine": "woman", "Masculine": "man", "TransgenderMasculine": "man",
    "NonConforming": "other",
}  # fmt: skip
Bands = tuple[tuple[int, str], ...]


def sex(gender: str) -> str:
    """Return woman, man, other or unknown, of a gender by the case data standard."""
    return _SEXES.get(gender, UNKNOWN)


def age(known: Age, on: date) -> str:
    """Return the age group of somebody on a day: one where every age that she can have lies in it."""
    least, most = youngest(known, on), oldest(known, on)
    if least is None or most is None or least < 0:
        return UNKNOWN
    low, high = _band(least, _AGES), _band(most, _AGES)
    return low if low == high else majority(known, on)


def majority(known: Age, on: date) -> str:
    """Return whether somebody is a minor or an adult on a day, or unknown where she may be either."""
    least, most = youngest(known, on), oldest(known, on)
    if least is None or most is None or least < 0 or least < ADULT <= most:
        return UNKNOWN
    return "minor" if most < ADULT else "adult"


def continent(nation: str) -> str:
    """Return the part of the world of a country by its code; unknown for what is no country."""
    return continents().get(nation, UNKNOWN)


def country(nation: str, named: Collection[str]) -> str:
    """Return a country that is told apart by name; of any other the part of the world that it lies in."""
    return nation if nation in named and nation in continents() else continent(nation)


@cache
def continents() -> Mapping[str, str]:
    """Return the part of the world of each country by its code."""
    table: dict[str, str] = tomllib.loads(NATIONS.read_text(encoding="utf-8"))
    return {nation: where for where, nations in table.items() for nation in nations.split()}


def kind(forms: Iterable[Iterable[str]]) -> str:
    """Return the kind of exploitation over all accounts: several where there was more than one, other for no kind."""
    told = {each for answer in forms for each in codes_of(answer)}
    kinds = {of("form")[each].links.get("kind", "other") for each in told if each in of("form")}
    return _one(kinds)


def crossing(answers: Iterable[str]) -> str:
    """Return the latest answer of those that say something, given the latest first."""
    return next((each for each in answers if each in of("crossing")), UNKNOWN)


def exploited(nations: Iterable[str]) -> str:
    """Return where somebody was exploited, over all accounts: here, abroad or both."""
    found = {"here" if each == HOME else "abroad" for each in nations if each in continents()}
    return "both" if len(found) > 1 else _one(found)


def region(where: str, provinces: Iterable[Iterable[str]]) -> str:
    """Return the province of the exploitation over all accounts, for whoever was exploited here alone.

    For others where that was, as `exploited` has it: each of these answers so lies whole in one of those.
    """
    told = {each for answer in provinces for each in answer if each in PROVINCES}
    return where if where != "here" or not told else _one(told)


def wait(start: date | None, end: date | None) -> str:
    """Return the group of days that somebody waited, nothing shorter than a day; open where an end is not known."""
    return _band(max(0, (end - start).days), _WAITS) if start and end else OPEN


def length(start: date, end: date | None) -> str:
    """Return the group of days that something lasted; open while it does."""
    return _band(max(0, (end - start).days), _LENGTHS) if end else OPEN


def often(number: int) -> str:
    """Return how often something happened, three times or more as one."""
    return _band(max(0, number), _OFTEN)


def listed(code: str, codes: Iterable[str], otherwise: str = UNKNOWN) -> str:
    """Return a code of a list, or what stands for everything else."""
    return code if code in set(codes) else otherwise


def _one(found: set[str]) -> str:
    if len(found) > 1:
        return SEVERAL
    return next(iter(found), UNKNOWN)


def _band(number: int, bands: Bands) -> str:
    return bands[bisect_right([least for least, _ in bands], number) - 1][1]
