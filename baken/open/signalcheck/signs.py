# SPDX-License-Identifier: EUPL-1.2
"""The signs that are asked about, each on the indicators it stands on. Pure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from baken.indicators.reading import TableError, by_key, catalogue
from baken.indicators.records import Indicator, Named

TABLE = Path(__file__).parent / "tables" / "signs.toml"


@dataclass(frozen=True)
class Sign:
    """Something that somebody may have noticed, in plain words."""

    key: str
    group: str
    nl: str
    en: str
    on: tuple[Indicator, ...]


@dataclass(frozen=True)
class Signs:
    """The whole table, in the order of the page."""

    groups: Mapping[str, Named]
    signs: tuple[Sign, ...]
    left_out: Mapping[str, str]


@cache
def signs(path: Path = TABLE) -> Signs:
    """Return the table of signs; raise TableError at a row that names what is not there."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    groups = by_key(Named, table["group"])
    found = by_key(Sign, ({**row, "on": _indicators(row["key"], row["on"])} for row in table["sign"]))
    for sign in found.values():
        if sign.group not in groups:
            raise TableError(f"{sign.key}: no group {sign.group!r}")
    left_out = {each: row["why"] for row in table["left_out"] for each in row["on"]}
    _indicators("left out", left_out)
    return Signs(groups, tuple(found.values()), left_out)


def _indicators(name: str, ids: Mapping[str, str] | list[str]) -> tuple[Indicator, ...]:
    known = catalogue().indicators
    if unknown := [each for each in ids if each not in known]:
        raise TableError(f"{name}: no indicator {', '.join(unknown)}")
    if not ids:
        raise TableError(f"{name}: stands on no indicator")
    return tuple(known[each] for each in ids)
