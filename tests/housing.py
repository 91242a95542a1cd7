# SPDX-License-Identifier: EUPL-1.2
"""The houses of the cast, and a household in each file: refused once, placed later, missing, and offered elsewhere."""

import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.timezone import localdate

from baken.accounts.models import User
from baken.closed.access.models import Dossier
from baken.closed.shelter.models import (
    Absence,
    Bed,
    Closing,
    Guest,
    Location,
    Onward,
    Place,
    Request,
    Screening,
    Stay,
    Unit,
)
from baken.closed.shelter.whereabouts.models import Address, Envelope, address_place
from baken.closed.vault.enrolling import enrol_holder
from baken.closed.vault.holders import seal_to
from baken.closed.vault.personal import Purpose, live
from tests import living
from tests.cast import OTHERS, PASSPHRASE, canary

if TYPE_CHECKING:
    from tests.casting import Scene

DAY = datetime.timedelta(days=1)
BUILT: dict[str, Any] = {"building": "Verzonnen gebouw", "wing": "Verzonnen vleugel", "step_free": True}


def house(files: dict[str, Dossier], scene: "Scene") -> None:
    """Give the centre a house with a unit for each file, and a partner one in which nobody is."""
    ours = _set_up("same", scene, "")
    _set_up("none", scene, ".none")
    living.work_in_shifts("same", scene, "")
    living.work_in_shifts("none", scene, ".none")
    living.stand_at_night("same", scene, "")
    living.stand_at_night("none", scene, ".none")
    for number, (name, file) in enumerate(files.items(), 1):
        request = _ask(file, scene)
        unit = Unit.objects.create(location=ours, name=str(number), **BUILT)
        stay = _stay(request, unit, scene)
        rows = {"request": request, "guest": request.guests.get(), "stay": stay, "unit": unit}
        rows |= {"screening": file.screenings.get(), "absence": stay.absences.get(), "onward": request.onwards.get()}
        rows |= living.live(file, scene)
        scene.rows.update({f"{kind}.{name}": row.pk for kind, row in rows.items()})
    kinds = ("request", "guest", "screening", "stay", "absence", "onward", *living.KINDS)
    scene.rows.update({kind: scene.rows[f"{kind}.main"] for kind in kinds})


def _set_up(agency: str, scene: "Scene", suffix: str) -> Location:
    """Give an agency a location with one unit that is free, and one that is out of use for a week."""
    by, day = scene.people[f"manager.{OTHERS if agency == 'same' else agency}"], localdate(scene.now)
    name = f"Verzonnen locatie {agency}"
    location = Location.objects.create(agency=scene.agencies[agency], name=name, region="Verzonnen regio")
    free = Unit.objects.create(location=location, name="vrij", secured=True, **BUILT)
    shut = Unit.objects.create(location=location, name="dicht", **BUILT)
    for unit in (free, free, shut):
        Place.objects.create(unit=unit, financing="cosm")
    closing = Closing.objects.create(unit=shut, why="repair", from_on=day, until_on=day + 7 * DAY, made_by=by)
    rows = {"location": location, "unit": free, "closing": closing}
    scene.rows.update({f"{kind}{suffix}": row.pk for kind, row in rows.items()})
    _seal(location, by, scene, suffix)
    return location


def _seal(location: Location, by: User, scene: "Scene", suffix: str) -> None:
    """Seal where a location is: to one who works there and one who does no more, or to a partner's, who has no key."""
    names = ("shelter.none",) if suffix else ("shelter.same", "shelter.post_ended")
    holders = {scene.people[name].pk: scene.people[name] for name in names}
    address = Address(id=uuid4(), location=location, written_by=by)
    keys = {} if suffix else {user: _key(user, location) for user in holders}
    letter = seal_to(keys, canary("address").encode(), address_place(address.pk, location.pk)) if keys else None
    address.body = letter.body if letter else b"x"
    address.save()
    for user, name in zip(holders, ("envelope", "envelope_left"), strict=False):
        sealed = letter.envelopes[user] if letter else b"x"
        row = Envelope.objects.create(address=address, holder=holders[user], sealed=sealed)
        scene.rows[f"{name}{suffix}"] = row.pk
    scene.rows[f"address{suffix}"] = address.pk


def _key(user: UUID, location: Location) -> bytes:
    """Return the public key of somebody who becomes a holder, with all who keep shares at the agency."""
    agency = location.agency_id
    keepers = {each.user for each in live(Purpose.KEEPER, agency)}
    return bytes(enrol_holder(user=user, agency=agency, passphrase=PASSPHRASE, keepers=keepers).public)


def _ask(file: Dossier, scene: "Scene") -> Request:
    """Let her have been refused long ago, and ask again."""
    now, told = scene.now, _wish(file, scene)
    refused = {"how": "refused", "why": "full", "answer": canary("refused")}
    ended = {"ended_by": scene.people[f"shelter.{OTHERS}"], "ended_at": now - 40 * DAY}
    Request.objects.create(**told, asked_at=now - 60 * DAY, **refused, **ended)
    needs = {"step_free": True, "excluded_regions": ["Verzonnen streek"], "financing": "cosm"}
    request = Request.objects.create(**told, asked_at=now - 6 * DAY, needs=needs)
    born = datetime.date(1990, 1, 5)
    Guest.objects.create(request=request, dossier=file, initials=canary("initials"), sex="F", born=born)
    _weigh(request, scene.founder)
    return request


def _wish(file: Dossier, scene: "Scene") -> dict[str, Any]:
    day = localdate(scene.now)
    told = {"dossier": file, "agency": file.agency, "asked_by": scene.founder, "length": "long"}
    told |= {"source": "partner", "sure": "likely", "words": canary("asked")}
    return told | {"arrive_on": day - 5 * DAY, "leave_on": day + 60 * DAY, "latest_on": day + 90 * DAY}


def _weigh(request: Request, founder: User) -> None:
    """Let her be screened; another shelter was asked too, and did not answer yet."""
    found = {"criteria": ["presumed", "wants"], "against": []}
    told = {"colour": "orange", "found": found, "words": canary("screening")}
    Screening.objects.create(dossier=request.dossier, **told, recorded_by=founder)
    to = {"to": "Verzonnen opvang elders", "words": canary("onward")}
    Onward.objects.create(dossier=request.dossier, request=request, offered_by=founder, **to)


def _stay(request: Request, unit: Unit, scene: "Scene") -> Stay:
    """Let a household live in a unit of its own since five days; since yesterday she is missing."""
    her, now = scene.people[f"shelter.{OTHERS}"], scene.now
    span = {"from_on": request.arrive_on, "until_on": request.leave_on}
    stay = Stay.objects.create(
        dossier=request.dossier, request=request, unit=unit, **span, given_by=her, arrived_at=now - 5 * DAY,
        words=canary("stay"),
    )  # fmt: skip
    place, nights = Place.objects.create(unit=unit, financing="cosm"), DateRange(stay.from_on, stay.until_on)
    Bed.objects.create(dossier=stay.dossier, stay=stay, guest=request.guests.get(), place=place, nights=nights)
    _miss(stay, her, now)
    return stay


def _miss(stay: Stay, her: User, now: datetime.datetime) -> None:
    steps = {"looked": {"at": now.isoformat(), "by": str(her.pk)}}
    away = {"kind": "missing", "since": now - DAY, "keep_until": localdate(now) + 3 * DAY, "words": canary("absence")}
    Absence.objects.create(dossier=stay.dossier, stay=stay, written_by=her, steps=steps, **away)
