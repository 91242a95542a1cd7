# SPDX-License-Identifier: EUPL-1.2
"""Who consents at which age, by a dated table (pure). In doubt everybody is asked: that protects most."""

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from baken.closed.casework.person.rules import Age, oldest, youngest

TABLE = Path(__file__).with_name("consenting.toml")
_OLDEST = 200


class Party(StrEnum):
    """Who can say yes or no."""

    HERSELF = "herself"
    AUTHORITY = "authority"


@dataclass(frozen=True)
class Band:
    """From one age until another: who is asked, and where that stands."""

    key: str
    least: int
    below: int
    asks: frozenset[Party]
    nl: str
    en: str
    source: str
    verify: bool

    def meets(self, least: int, most: int) -> bool:
        """Return whether somebody between two ages may be in it."""
        return self.least <= most and least < self.below


@dataclass(frozen=True)
class Consent:
    """Whom to ask, by each age that she may have."""

    bands: tuple[Band, ...]

    @property
    def asked(self) -> frozenset[Party]:
        """All whom any of her ages names."""
        return frozenset(who for band in self.bands for who in band.asks)

    @property
    def is_sure(self) -> bool:
        """Whether the same are asked whichever of her ages she has."""
        return len({band.asks for band in self.bands}) == 1

    @property
    def sources(self) -> list[str]:
        """Where it stands, each once."""
        return list(dict.fromkeys(band.source for band in self.bands))

    @property
    def verify(self) -> bool:
        """Whether a lawyer has still to confirm any of it."""
        return any(band.verify for band in self.bands)


def who_consents(age: Age, on: date) -> Consent:
    """Return who consents on a day, by a birth date or by between which ages she is.

    Of whom nothing is known, or an age that nobody has, all are asked: never nobody.
    """
    least, most = youngest(age, on), oldest(age, on)
    found = (each for each in _bands(on) if each.meets(least or 0, _OLDEST if most is None else most))
    return Consent(tuple(found) or _bands(on))


@cache
def _bands(on: date) -> tuple[Band, ...]:
    """Return the rows of a day; raise LookupError where they leave an age out, or say two things of one."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["band"]
    held = [each for each in rows if each["from"] <= on <= each.get("until", on)]
    found = tuple(sorted(map(_band, held), key=lambda each: each.least))
    edges = [0, *(each.below for each in found)]
    if not found or [each.least for each in found] != edges[:-1] or edges[-1] < _OLDEST:
        raise LookupError(f"the ages of {on} do not follow each other")
    return found


def _band(row: dict[str, Any]) -> Band:
    return Band(
        key=row["key"], least=row["least"], below=row.get("below", _OLDEST), asks=frozenset(map(Party, row["asks"])),
        nl=row["nl"], en=row["en"], source=row["source"], verify=row.get("verify", False),
    )  # fmt: skip
