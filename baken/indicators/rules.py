# SPDX-License-Identifier: EUPL-1.2
"""Reads the table of the rule by which indicators are combined. Pure."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from baken.indicators.combining import Line, Need, Pattern, Rule
from baken.indicators.reading import FOLDER, TableError, catalogue, made
from baken.indicators.records import Certainty, Population, Strength


@cache
def rule(folder: Path = FOLDER) -> Rule:
    """Return the rule of a folder's table; raise TableError."""
    table = tomllib.loads((folder / "combination.toml").read_text(encoding="utf-8"))
    known = catalogue(folder)
    if table["rule"]["source"] not in known.sources:
        raise TableError(f"the rule: no source {table['rule']['source']!r}")
    return Rule(
        lines=tuple(_line(row) for row in table["line"]),
        patterns=tuple(_pattern(row, frozenset(known.dimensions)) for row in table["pattern"]),
        source=table["rule"]["source"],
        certainty=Certainty(table["rule"]["certainty"]),
    )


def _line(row: dict[str, Any]) -> Line:
    needs = tuple(Need(frozenset(map(Strength, each["of"])), each["number"]) for each in row["needs"])
    weights = [weight for need in needs for weight in need.of]
    # Groups that share a weight could count one indicator twice; an unknown weight can meet no line.
    if len(weights) != len(set(weights)) or Strength.UNWEIGHTED in weights or min(each.number for each in needs) < 1:
        raise TableError(f"{row['key']}: each weight stands in one group, each group asks for one or more")
    return made(Line, row | {"needs": needs}, row["key"])


def _pattern(row: dict[str, Any], dimensions: frozenset[str]) -> Pattern:
    requires = tuple(frozenset(group) for group in row["requires"])
    if unknown := frozenset().union(*requires) - dimensions:
        raise TableError(f"{row['population']}: no dimension {', '.join(sorted(unknown))}")
    return Pattern(Population(row["population"]), requires)
