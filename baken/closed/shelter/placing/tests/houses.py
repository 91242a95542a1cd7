# SPDX-License-Identifier: EUPL-1.2
"""Made-up houses, as JSON: small ones of every kind, in which most rules meet."""

from datetime import date, timedelta

from hypothesis import strategies as st

FIRST = date(2026, 2, 24)


def on(number):
    """Return a day by its number, as JSON has it."""
    return (FIRST + timedelta(days=number)).isoformat()


def unit(key, **told):
    """Return a unit of one place, unless something else is said."""
    plain = {"location": "l", "building": "b", "wing": "w", "places": 1, "secured": False, "step_free": False}
    return {"id": key, **plain, "region": "noord", "closed": [], **told}


def household(key, arrive, leave, members, **told):
    """Return a household by its nights, and its members as sex and age in years on the first day of all."""
    people = [{"sex": sex, "born": None if years is None else born(years)} for sex, years in members]
    plain = {"safety": "green", "step_free": False, "network": [], "avoid": [], "excluded_regions": []}
    stay = {"arrive": on(arrive), "leave": on(leave), "members": people, "current_unit": None, "fixed": False}
    return {"id": key, **stay, **plain, **told}


def born(years):
    """Return the birth date of somebody who has been so many years old for a day."""
    return date(FIRST.year - years, FIRST.month, FIRST.day - 1).isoformat()


def house(units, households, nights=10, gap=1):
    """Return an instance."""
    horizon = {"from": on(0), "to": on(nights)}
    return {"horizon": horizon, "danger_gap_days": gap, "units": units, "households": households}


MEMBERS = st.one_of(
    st.lists(st.tuples(st.sampled_from("FFM"), st.integers(19, 40)), min_size=1, max_size=2),
    st.lists(st.tuples(st.sampled_from("FFM"), st.sampled_from([3, 11, 13, 17, None])), min_size=1, max_size=2),
    st.lists(st.tuples(st.sampled_from("FMX"), st.sampled_from([5, 12, 16, 18, 30, None])), min_size=1, max_size=3),
)


@st.composite
def instances(draw, most_households=6, most_units=4):
    """Draw an instance that contradicts itself nowhere but by its residents, who may be too many."""
    nights = draw(st.integers(1, 9))
    units = [draw(_units(f"u{n}", nights)) for n in range(draw(st.integers(1, most_units)))]
    keys = [f"h{n}" for n in range(draw(st.integers(1, most_households)))]
    households = [draw(_households(key, keys, [each["id"] for each in units], nights)) for key in keys]
    return house(units, households, nights, draw(st.integers(0, 2)))


@st.composite
def _units(draw, key, nights):
    start = draw(st.integers(-2, nights))
    closed = [[on(start), on(start + draw(st.integers(1, 4)))]] if draw(st.integers(0, 3)) == 0 else []
    location = draw(st.sampled_from("pq"))
    return unit(
        key, location=location, building=location + draw(st.sampled_from("12")), places=draw(st.integers(0, 4)),
        secured=draw(st.booleans()), step_free=draw(st.booleans()), region=draw(st.sampled_from(["noord", "zuid"])),
        closed=closed,
    )  # fmt: skip


@st.composite
def _households(draw, key, keys, units, nights):
    arrive = draw(st.integers(-3, nights - 1))
    leave = draw(st.integers(max(arrive, 0) + 1, nights + 3))
    seldom = st.integers(0, 5).map(lambda each: each == 0)
    current = draw(st.sampled_from(units)) if draw(seldom) else None
    return household(
        key, arrive, leave, draw(MEMBERS), safety=draw(st.sampled_from(["green", "orange", "red"])),
        step_free=draw(seldom), network=["n"] if draw(seldom) else [], current_unit=current,
        avoid=[each for each in draw(st.lists(st.sampled_from(keys), max_size=1)) if each != key],
        excluded_regions=["zuid"] if draw(seldom) else [],
    )  # fmt: skip
