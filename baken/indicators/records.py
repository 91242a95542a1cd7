# SPDX-License-Identifier: EUPL-1.2
"""An indicator, where it comes from and under what it stands. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Population(StrEnum):
    """Whom an indicator is about."""

    ADULT = "adult"
    CHILD = "child"
    BOTH = "both"


class Form(StrEnum):
    """Which exploitation it is about."""

    SEXUAL = "sexual"
    LABOUR = "labour"
    CRIMINAL = "criminal"
    ANY = "any"


class Strength(StrEnum):
    """What it weighs in its own list."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"
    UNWEIGHTED = "unweighted"


class Certainty(StrEnum):
    """How we know it: read in its source, at second hand, or from memory."""

    READ = "read"
    SECONDARY = "secondary"
    RECALLED = "recalled"


@dataclass(frozen=True)
class Named:
    """A list or a dimension, named in both languages."""

    key: str
    nl: str
    en: str


@dataclass(frozen=True)
class Source:
    """Where indicators come from, and what of it was read."""

    key: str
    title: str
    publisher: str
    where: str
    read: str


@dataclass(frozen=True)
class Indicator:
    """Something that can be noticed. ``list``, ``dimension`` and ``source`` are keys of the catalogue."""

    id: str
    list: str
    population: Population
    form: Form
    dimension: str
    strength: Strength
    nl: str
    en: str
    source: str
    certainty: Certainty

    @property
    def is_read(self) -> bool:
        """Whether it was read in its source; only then is it certain."""
        return self.certainty is Certainty.READ

    def fits(self, population: Population, form: Form) -> bool:
        """Whether it can be about these people and this exploitation; BOTH and ANY ask for all."""
        whom = Population.BOTH in {population, self.population} or population is self.population
        return whom and (Form.ANY in {form, self.form} or form is self.form)


@dataclass(frozen=True)
class Catalogue:
    """Everything together, by key."""

    indicators: Mapping[str, Indicator]
    lists: Mapping[str, Named]
    dimensions: Mapping[str, Named]
    sources: Mapping[str, Source]

    def of(self, name: str, population: Population, form: Form) -> tuple[Indicator, ...]:
        """Return one list's indicators for exactly these people and this exploitation, in the list's order."""
        rows = (each for each in self.indicators.values() if each.list == name)
        return tuple(each for each in rows if (each.population, each.form) == (population, form))
