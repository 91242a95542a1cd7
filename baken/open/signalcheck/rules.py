# SPDX-License-Identifier: EUPL-1.2
"""Which signs are asked about, and where to turn: for whom, in what, and on which day. Pure."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from baken.indicators.places import Place, places
from baken.indicators.reading import catalogue
from baken.indicators.records import Form, Indicator, Named, Population
from baken.open.signalcheck.signs import Sign, signs


@dataclass(frozen=True)
class About:
    """Whom it is about, and in what; BOTH and ANY stand for not knowing."""

    population: Population = Population.BOTH
    form: Form = Form.ANY

    @property
    def may_be_a_child(self) -> bool:
        """Whether it is about a child, or may be."""
        return self.population is not Population.ADULT


@dataclass(frozen=True)
class Asked:
    """A sign that is asked about, with those of its indicators that fit."""

    sign: Sign
    indicators: tuple[Indicator, ...]

    @property
    def is_read(self) -> bool:
        """Whether somebody read it in a source; one is enough."""
        return any(each.is_read for each in self.indicators)

    @property
    def sources(self) -> list[tuple[str, bool]]:
        """Return who names it, and whether we read it there; what was read comes first."""
        known = catalogue().sources
        read: dict[str, bool] = {}
        for each in self.indicators:
            publisher = known[each.source].publisher
            read[publisher] = read.get(publisher, False) or each.is_read
        return sorted(read.items(), key=lambda pair: not pair[1])


@dataclass(frozen=True)
class Shelf:
    """A heading and the signs under it."""

    group: Named
    signs: tuple[Asked, ...]

    @property
    def is_read(self) -> bool:
        """Whether any of its signs was read in a source; if none was, the heading says so once."""
        return any(each.is_read for each in self.signs)


def asked(about: About) -> tuple[Shelf, ...]:
    """Return the signs that can be about these people and this exploitation, under their headings."""
    table = signs()
    fitting = [each for each in (_asked(sign, about) for sign in table.signs) if each.indicators]
    shelves = (
        Shelf(group, tuple(each for each in fitting if each.sign.group == key)) for key, group in table.groups.items()
    )
    return tuple(shelf for shelf in shelves if shelf.signs)


def noticed(about: About, keys: Collection[str]) -> tuple[Shelf, ...]:
    """Return the signs that were ticked, of those that are asked about; anything else is left out."""
    picked = (
        replace(shelf, signs=tuple(each for each in shelf.signs if each.sign.key in keys)) for shelf in asked(about)
    )
    return tuple(shelf for shelf in picked if shelf.signs)


def turn_to(about: About, day: date) -> tuple[Place, ...]:
    """Return where to turn on a day: urgent first, then what is meant for these people or this exploitation."""
    mine = {about.population, about.form}
    open_ = [each for each in places() if each.holds(day) and each.serves(about.population, about.form)]
    return tuple(sorted(open_, key=lambda each: (not each.urgent, mine.isdisjoint(each.first_for))))


def _asked(sign: Sign, about: About) -> Asked:
    return Asked(sign, tuple(each for each in sign.on if each.fits(about.population, about.form)))
