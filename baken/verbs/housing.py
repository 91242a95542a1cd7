# SPDX-License-Identifier: EUPL-1.2
"""The demo's house: 32 units, 75 places, and made-up people who came in by the same actions as in a browser."""

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from baken.closed.shelter.asking.actions import Person

_SIZES = (2, 2, 3, 2, 3, 4, 2, 1)
_UNITS, _SECURED, _SOUTH = 32, 8, 25
_ADULT, _CHILD = "adult", "child"
# How many households of which sizes: the first is a grown-up, the others are her small children.
_LIVING = (1,) * 26 + (2,) * 8 + (3,) * 3
_WAITING = (1, 2, 1)
_OF_A_NETWORK = 0.05
_WORDS = "Verzonnen: er bestaat geen persoon bij deze aanvraag."
_LETTERS = "ABDEFGHJKLMNPRSTVWZ"


def fill(*, agency: UUID, asker: UUID, giver: UUID) -> None:
    """Build the house and let households ask for a place and live there; nothing where there is a house already."""
    from baken.closed.access.context import working_as  # noqa: PLC0415 - models need Django ready
    from baken.closed.shelter.models import Unit  # noqa: PLC0415

    with working_as(giver):
        if Unit.objects.exists():
            return
        _build(agency)
    drawn = random.Random("a made-up house")  # noqa: S311 - nobody's secret: the same house each time
    for size in _LIVING:
        with working_as(asker):
            file = _asks(agency, size, drawn)
        with working_as(giver):
            _lives(file)
    with working_as(asker):
        for size in _WAITING:
            _asks(agency, size, drawn)


def _build(agency: UUID) -> None:
    from baken.closed.shelter.house import actions  # noqa: PLC0415 - models need Django ready
    from baken.core.clock import today  # noqa: PLC0415

    for number in range(1, _UNITS + 1):
        made = actions.add_unit(agency=agency, plan=actions.Plan(**_plan(number)))
        if number == _SECURED + 14:
            days = {"from_on": today(), "until_on": today() + timedelta(days=2)}
            actions.close_unit(agency=agency, unit=made.pk, why="cleaning", **days)


def _plan(number: int) -> dict[str, Any]:
    """Return what a unit of the demo is like: eight secured ones, and a second location for the last eight."""
    places = _SIZES[(number - 1) % len(_SIZES)] - (number == _UNITS - 2)
    about = {"name": str(number), "places": places, "step_free": number % 4 == 1, "crisis": number == _SECURED}
    paid = {"financing": ("wmo", "cosm")[number % 2], "comensha": number % 2 == 1}
    return about | paid | {"family": places == max(_SIZES)} | _where(number)


def _where(number: int) -> dict[str, Any]:
    if number >= _SOUTH:
        return {"location": "Zuid", "region": "Zuid", "building": "C", "wing": ""}
    secured = {"building": "A", "wing": "beveiligd", "secured": True}
    return {"location": "Noord", "region": "Noord"} | (secured if number <= _SECURED else {"building": "B", "wing": ""})


def _asks(agency: UUID, size: int, drawn: random.Random) -> UUID:
    from baken.closed.access.actions import open_dossier  # noqa: PLC0415 - models need Django ready
    from baken.closed.shelter.asking import actions  # noqa: PLC0415
    from baken.core.clock import today  # noqa: PLC0415

    file = open_dossier(agency=agency).pk
    leave = today() + timedelta(days=drawn.randrange(5, 90))
    sure = drawn.choice(["sure", "likely", "likely", "unsure"])
    days = (today(), leave, leave + timedelta(days=14))
    needs = {"network": ["net-a"] if drawn.random() < _OF_A_NETWORK else []}
    wish = actions.Wish("intake", _WORDS, "long", *days, sure, needs)
    actions.ask(dossier=file, wish=wish, people=list(_people(size, drawn)))
    colour = drawn.choices(["green", "orange", "red"], [12, 6, 1])[0]
    actions.screen(dossier=file, colour=colour, found={"criteria": ["presumed", "wants"]}, words="Verzonnen")
    return file


def _people(size: int, drawn: random.Random) -> Iterator["Person"]:
    from baken.closed.shelter.asking.actions import Person  # noqa: PLC0415 - models need Django ready

    last = drawn.choice(_LETTERS)
    for number in range(size):
        sex = "F" if number == 0 and drawn.random() < 0.85 else drawn.choice("FM")  # noqa: PLR2004
        yield Person(f"{drawn.choice(_LETTERS)}.{last}.", sex, None, _CHILD if number else _ADULT)


def _lives(file: UUID) -> None:
    """Let a household live in the first unit that breaks no rule; who finds none waits."""
    from baken.closed.shelter.giving import actions, staying  # noqa: PLC0415 - models need Django ready
    from baken.closed.shelter.giving.reads import asked_for  # noqa: PLC0415
    from baken.closed.shelter.models import Request  # noqa: PLC0415
    from baken.closed.shelter.placing.instance import Span  # noqa: PLC0415
    from baken.closed.shelter.weighing.options import Weighed  # noqa: PLC0415
    from baken.closed.shelter.weighing.reads import house  # noqa: PLC0415

    request: Request = Request.objects.get(dossier=file)
    span = Span(request.arrive_on, request.leave_on)
    options = Weighed(house(request.agency_id), asked_for(request), span).options
    if free := next((each for each in options if each.is_free), None):
        actions.give(dossier=file, unit=free.flat.unit.pk, from_on=span.start, until_on=span.end)
        staying.arrive(dossier=file)
