# SPDX-License-Identifier: EUPL-1.2
"""The rules of a placement told a second time, straight from the JSON: slow, plain, and apart from the solver.

Nothing of `baken` is used here. Whatever the solver believes, a placement is held against this.
"""

import itertools
from datetime import date, timedelta

WEIGHT = {"red": 9, "orange": 4, "green": 2}
ORDER = (
    "one-unit", "capacity", "closed", "sex", "minors", "danger", "secured", "access", "region", "resident",
)  # fmt: skip


class Checker:
    """An instance, to be asked what a placement breaks and what it is worth."""

    def __init__(self, told):
        self.told = told
        self.first, self.end = day(told["horizon"]["from"]), day(told["horizon"]["to"])
        self.units = {each["id"]: each for each in told["units"]}
        self.households = {each["id"]: each for each in told["households"]}

    def nights(self, household):
        """Return the nights of a household in the horizon, as days."""
        return [
            each for each in days(day(household["arrive"]), day(household["leave"])) if self.first <= each < self.end
        ]

    def on(self, household, unit, night, placed):
        """Return what a household would break in a unit on one night, beside others as they are placed."""
        found = set()
        others = {key: self.households[key] for key in placed if key != household["id"]}
        there = [other for key, other in others.items() if placed[key] == unit["id"] and night in self.nights(other)]
        if sum(len(each["members"]) for each in [household, *there]) > unit["places"]:
            found.add("capacity")
        if any(day(start) <= night < day(end) for start, end in unit["closed"]):
            found.add("closed")
        for other in there:
            found |= shared(household, other)
        found |= {"danger" for key, other in others.items() if self.near(household, unit, night, other, placed[key])}
        found |= {"secured"} if household["safety"] == "red" and not unit["secured"] else set()
        found |= {"access"} if household["step_free"] and not unit["step_free"] else set()
        found |= {"region"} if unit["region"] in household["excluded_regions"] else set()
        return found

    def near(self, household, unit, night, other, theirs):
        """Return whether on a night somebody is within reach from whom a household is kept apart."""
        theirs, gap = self.units[theirs], self.told["danger_gap_days"]
        avoids = other["id"] in household["avoid"] or household["id"] in other["avoid"]
        knows = set(household["network"]) & set(other["network"])
        within = any(abs((night - each).days) <= gap for each in days(day(other["arrive"]), day(other["leave"])))
        same = (avoids and unit["location"] == theirs["location"]) or (knows and unit["building"] == theirs["building"])
        return bool(same and within)

    def broken(self, placed):
        """Return each rule that a placement breaks, and by whom."""
        found = set()
        for key, unit in placed.items():
            household = self.households[key]
            for night in self.nights(household):
                found |= {(rule, key) for rule in self.on(household, self.units[unit], night, placed)}
        for key, household in self.households.items():
            gone = household["current_unit"] and key not in placed
            elsewhere = household["fixed"] and placed.get(key) != household["current_unit"]
            found |= {("resident", key)} if gone or elsewhere else set()
        return found

    def objective(self, placed):
        """Return what a placement reaches of the three things asked."""
        worth = sum(WEIGHT[self.households[key]["safety"]] * len(self.households[key]["members"]) for key in placed)
        moves = sum(self.households[key]["current_unit"] not in (None, unit) for key, unit in placed.items())
        empty = 0
        for unit in self.units.values():
            for night in days(self.first, self.end):
                there = [self.households[key] for key in placed if placed[key] == unit["id"]]
                persons = sum(len(each["members"]) for each in there if night in self.nights(each))
                empty += unit["places"] - persons if persons else 0
        return [worth, moves, empty]

    def best(self):
        """Return the best that can be reached, by trying everything; None where the residents cannot all be placed."""
        everything = itertools.product([None, *self.units], repeat=len(self.households))
        tried = ({key: unit for key, unit in zip(self.households, each, strict=True) if unit} for each in everything)
        reached = [self.objective(placed) for placed in tried if self._stands(placed)]
        return min(reached, key=lambda each: (-each[0], each[1], each[2]), default=None)

    def _stands(self, placed):
        pairs = itertools.combinations(placed.items(), 2)
        return not any(self._pair(*pair) for pair in pairs) and not self.broken(placed)

    def _pair(self, one, other):
        key = (one, other)
        self._known = getattr(self, "_known", {})
        if key not in self._known:
            self._known[key] = bool({rule for rule, _ in self.broken(dict(key))} - {"resident"})
        return self._known[key]

    def blocked_by(self, key, placed):
        """Return the first smallest set of rules without which a household has a unit from its arrival."""
        household = self.households[key]
        table = {
            unit: [self.on(household, told, night, placed) for night in self.nights(household)]
            for unit, told in self.units.items()
        }
        for size in range(len(ORDER) + 1):
            for lifted in itertools.combinations(ORDER, size):
                if any(set().union(*nights) <= set(lifted) for nights in table.values()):
                    return list(lifted)
                if "one-unit" in lifted and all(
                    any(nights[n] <= set(lifted) for nights in table.values())
                    for n in range(len(self.nights(household)))
                ):
                    return list(lifted)
        raise AssertionError("with every rule lifted there is a unit")

    def earliest(self, key, placed):
        """Return the first day of the horizon on which a household fits for as many nights, or None."""
        household = self.households[key]
        length = day(household["leave"]) - day(household["arrive"])
        for arrive in days(self.first, self.end):
            moved = {**household, "arrive": arrive.isoformat(), "leave": (arrive + length).isoformat()}
            for unit in self.units.values():
                if not any(self.on(moved, unit, night, placed) for night in self.nights(moved)):
                    return arrive.isoformat()
        return None


def shared(one, other):
    """Return what two households break by a night in one unit."""
    found = set()
    for a, b in itertools.product(one["members"], other["members"]):
        if "X" in (a["sex"], b["sex"]):
            found.add("sex")
        if age(a, one) >= 12 and age(b, other) >= 12 and a["sex"] != b["sex"]:
            found.add("sex")
        if (age(a, one) < 18) != (age(b, other) < 18):
            found.add("minors")
    return found


def age(member, household):
    """Return how old somebody is on the day the household arrives; of whom it is not known, twelve."""
    if member["born"] is None:
        return 12
    born, on = day(member["born"]), day(household["arrive"])
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def day(told):
    return date.fromisoformat(told)


def days(start, end):
    return [start + timedelta(days=n) for n in range((end - start).days)]
