# SPDX-License-Identifier: EUPL-1.2
"""How a night of the house is staffed (pure)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("nights.toml")


@dataclass(frozen=True)
class Setting:
    """A number that the house chose, with its source and whether the centre has still to confirm it."""

    number: int
    source: str
    verify: bool = False


@dataclass(frozen=True)
class Table:
    """How many are awake at least, and the hour at which a night is over."""

    awake: Setting
    morning: Setting


@cache
def table() -> Table:
    """Return the table; raise TypeError for a line with a word that it does not know."""
    told = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return Table(**{name: Setting(**each) for name, each in told.items()})
