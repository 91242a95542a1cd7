# SPDX-License-Identifier: EUPL-1.2
"""Reading an instance from JSON; every fault in it is named at once (pure)."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from baken.closed.shelter.placing import rules
from baken.closed.shelter.placing.instance import Household, Instance, Member, Safety, Sex, Unit
from baken.closed.shelter.placing.page import Page

_HORIZON = {"from", "to"}
_UNIT = {"id", "location", "building", "wing", "places", "secured", "step_free", "region", "closed"}
_HOUSEHOLD = {
    "id", "arrive", "leave", "members", "safety", "step_free", "network", "avoid", "excluded_regions", "current_unit",
    "fixed",
}  # fmt: skip
_MEMBER = {"sex", "born"}


class Faults(ValueError):
    """An instance that cannot be read, or contradicts itself; one line for each fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def read(told: Any) -> Instance:
    """Return the instance that a JSON document tells; raise Faults."""
    page = Page(told, "the instance", {"horizon", "danger_gap_days", "units", "households"})
    horizon = page.part("horizon", _HORIZON)
    span = horizon.span("from", "to")
    units = [_unit(each) for each in page.parts("units", _UNIT)]
    households = [_household(each) for each in page.parts("households", _HOUSEHOLD)]
    gap = page.whole("danger_gap_days", 1)
    _refuse(page.faults)
    found = Instance(span, gap, {each.id: each for each in units}, {each.id: each for each in households})
    _refuse([*_twice("unit", units), *_twice("household", households), *_contradictions(found)])
    return found


def _refuse(faults: list[str]) -> None:
    if faults:
        raise Faults(faults)


def _unit(page: Page) -> Unit:
    return Unit(
        id=page.text("id"), location=page.text("location"), building=page.text("building"), wing=page.text("wing", ""),
        places=page.whole("places"), secured=page.flag("secured"), step_free=page.flag("step_free"),
        region=page.text("region", ""), closed=tuple(page.spans("closed")),
    )  # fmt: skip


def _household(page: Page) -> Household:
    return Household(
        id=page.text("id"),
        stay=page.span("arrive", "leave"),
        members=tuple(
            Member(each.code("sex", Sex), each.day_or_none("born")) for each in page.parts("members", _MEMBER)
        ),
        safety=page.code("safety", Safety),
        step_free=page.flag("step_free"),
        network=page.texts("network"),
        avoid=page.texts("avoid"),
        excluded_regions=page.texts("excluded_regions"),
        current_unit=page.text_or_none("current_unit"),
        fixed=page.flag("fixed"),
    )


def _twice(kind: str, rows: list[Unit] | list[Household]) -> Iterator[str]:
    yield from (f"{kind} {key}: stands there twice" for key, n in Counter(each.id for each in rows).items() if n > 1)


def _contradictions(instance: Instance) -> Iterator[str]:
    for each in instance.households.values():
        yield from (f"household {each.id}: {fault}" for fault in _of_household(instance, each))
    fixed = [each for each in instance.households.values() if each.fixed and each.current_unit in instance.units]
    for one, other in combinations(fixed, 2):
        unit, theirs = instance.units[one.current_unit or ""], instance.units[other.current_unit or ""]
        for rule in rules.of_pair(instance, one, unit, other, theirs):
            yield f"households {one.id} and {other.id}: both are fixed, and break {rule}"


def _of_household(instance: Instance, each: Household) -> Iterator[str]:
    if not each.members:
        yield "has no members"
    if each.stay.nights and not each.stay.within(instance.horizon).nights:
        yield "stays wholly outside the horizon"
    yield from (f"avoids {key}, which is unknown" for key in sorted(each.avoid - instance.households.keys()))
    if each.id in each.avoid:
        yield "avoids itself"
    if each.current_unit is not None and each.current_unit not in instance.units:
        yield f"is in unit {each.current_unit}, which is unknown"
    if each.fixed and each.current_unit is None:
        yield "is fixed, and in no unit"
