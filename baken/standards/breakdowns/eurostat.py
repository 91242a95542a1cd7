# SPDX-License-Identifier: EUPL-1.2
"""Victims as Eurostat asks for them each year (crim_thb; Directive 2011/36/EU as amended, article 19a)."""

from collections.abc import Iterable
from pathlib import Path

from baken.standards import classifying
from baken.standards.breakdowns import counting
from baken.standards.breakdowns.counting import Row
from baken.standards.classifying import Classification
from baken.standards.victims import Victim

TABLE = Path(__file__).with_name("eurostat.toml")


def classification() -> Classification:
    """Return what Eurostat tells apart, with definitions and sources."""
    return classifying.read(TABLE)


def rows(victims: Iterable[Victim], year: int) -> list[Row]:
    """Return the persons registered in a year in every cell."""
    return list(counting.rows(counting.of_year(victims, year), classification()))
