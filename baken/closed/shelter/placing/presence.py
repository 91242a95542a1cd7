# SPDX-License-Identifier: EUPL-1.2
"""Who is where on which night, and which rules one more household would break there (pure)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property

from baken.closed.shelter.placing import rules
from baken.closed.shelter.placing.instance import Household, Instance, Span, Unit
from baken.closed.shelter.placing.rules import Rule

Placed = Mapping[str, str]  # unit by household


@dataclass(frozen=True)
class Presence:
    """A placement, to be asked about one more household; nights are counted from the first of the horizon."""

    instance: Instance
    placed: Placed

    @cached_property
    def by_unit(self) -> dict[str, list[Household]]:
        """Who is in each unit."""
        found: dict[str, list[Household]] = {key: [] for key in self.instance.units}
        for household, unit in self.placed.items():
            found[unit].append(self.instance.households[household])
        return found

    @cached_property
    def _load(self) -> dict[str, list[int]]:
        """How many persons are in each unit on each night."""
        found = {key: [0] * self.instance.horizon.nights for key in self.instance.units}
        for key, there in self.by_unit.items():
            for each in there:
                for night in self.instance.nights(each):
                    found[key][night] += each.size
        return found

    def broken(self, household: Household, unit: Unit) -> list[set[Rule]]:
        """Return for each night of the horizon which rules this household would break in a unit if it were there.

        As old as it is on the day it arrives; its own stay does not matter.
        """
        found = [set(rules.of_unit(household, unit)) for _ in range(self.instance.horizon.nights)]
        for span in unit.closed:
            self._mark(found, span, [Rule.CLOSED])
        for night, load in enumerate(self._load[unit.id]):
            if load + household.size > unit.places:
                found[night].add(Rule.CAPACITY)
        for other in self.by_unit[unit.id]:
            self._mark(found, other.stay, rules.of_sharing(household, other))
        for span in self._danger(household, unit):
            self._mark(found, span, [Rule.DANGER])
        return found

    def _danger(self, household: Household, unit: Unit) -> Iterable[Span]:
        """Yield on which nights somebody is near from whom this household is kept apart."""
        apart = timedelta(days=self.instance.gap)
        always = replace(household, stay=self.instance.horizon)
        for key, theirs in self.placed.items():
            other = self.instance.households[key]
            if rules.too_near(self.instance, always, unit, other, self.instance.units[theirs]):
                yield Span(other.stay.start - apart, other.stay.end + apart)

    def _mark(self, nights: list[set[Rule]], span: Span, broken: Iterable[Rule]) -> None:
        seen = span.within(self.instance.horizon)
        first = (seen.start - self.instance.horizon.start).days
        for night in range(first, first + seen.nights):
            nights[night].update(broken)
