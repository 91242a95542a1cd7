# SPDX-License-Identifier: EUPL-1.2
"""Risks around her and how safe she is: what may be answered (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from baken.closed.casework.codes import Code
from baken.closed.trafficking.rules import NOT_ASKED, UNKNOWN

YES, NO = "yes", "no"
ANSWERS = (NOT_ASKED, YES, NO, UNKNOWN)
LONGEST = timedelta(days=183)  # until somebody looks again at how safe she is


@dataclass(frozen=True)
class Weighed:
    """The answers about one sphere."""

    sphere: Code
    answers: list[tuple[Code, str]]


def is_whole(factors: Mapping[str, str], known: Mapping[str, Code]) -> bool:
    """Return whether every factor of the table has an answer, and no other."""
    return factors.keys() == known.keys() and set(factors.values()) <= set(ANSWERS)


def is_timely(on: date, review_on: date, today: date) -> bool:
    """Return whether a level was decided by now and is looked at again after that, within half a year."""
    return on <= today and on < review_on <= today + LONGEST


def weighed(factors: Mapping[str, str], known: Mapping[str, Code], spheres: Mapping[str, Code]) -> list[Weighed]:
    """Return the answers by sphere, in the order of the table; what the table has no more is left out."""
    return [
        Weighed(
            sphere, [(each, factors[each.key]) for each in known.values() if _is_of(each, key) and each.key in factors]
        )
        for key, sphere in spheres.items()
    ]


def _is_of(code: Code, sphere: str) -> bool:
    return code.links["sphere"] == sphere


def brought(known: Mapping[str, Code], levels: Mapping[str, Code]) -> list[tuple[Code, list[Code]]]:
    """Return each level with the measures that it brings beside those of the level before it."""
    return [(level, [each for each in known.values() if each.links["level"] == key]) for key, level in levels.items()]
