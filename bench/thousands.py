# SPDX-License-Identifier: EUPL-1.2
"""A closed door as an agency of forty has it after years: `python -m bench.thousands CASES NOTES`, as the owner.

Rows are copied in, and not written one at a time; but each is made by the models themselves, so that every text is
sealed with the key of its file, bound to its row, and read by the pages as if an action had written it. Prints who
works there, with a session for each, in which she just proved who she is.
"""

import datetime
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from baken.core import doors

USERS = 20  # who are signed in at once
_CHUNK = 250  # files: fewer than the keys that are remembered
_YEARS = 8
_DAY = datetime.timedelta(days=1)
_WORDS = (
    "afspraak", "ziekenhuis", "advocaat", "opvang", "school", "gemeente", "uitkering", "tolk", "slaap", "familie",
    "aangifte", "werkgever", "woning", "kinderen", "telefoon", "reisdocument", "huisarts", "gesprek",
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """The agency that is filled, who works there, and the moment of it all."""

    agency: UUID
    workers: Sequence[UUID]
    open: int
    now: datetime.datetime

    def worker(self, number: int) -> UUID:
        """Return who works on the file of that number."""
        return self.workers[number % len(self.workers)]


def fill(cases: int, notes: int, workers: int = 40, open_files: int = 30) -> dict[str, Any]:
    """Fill the agency with so many cases, and so many notes over all of them; return who works there.

    The newest files of each worker are open, the rest was closed over the years.
    """
    from baken.closed.vault import fields  # noqa: PLC0415 - models, once Django is ready

    fields.subkey = cache(fields.subkey)  # a key is worked out once, and not for each text
    place, overseers = _founded(workers, open_files)
    shown: dict[UUID, dict[str, list[str]]] = {each: {"open": [], "closed": []} for each in place.workers}
    for first in range(0, cases, _CHUNK):
        numbers = range(first, min(first + _CHUNK, cases))
        for number, dossier in zip(numbers, _load(place, numbers, cases, notes), strict=True):
            kept = shown[place.worker(number)]["closed" if dossier.closed_at else "open"]
            kept[len(kept) :] = [str(dossier.pk)] if len(kept) < open_files else []
    _count_on()
    people = [{"key": str(key), **shown[key]} for key in place.workers[:USERS]]
    people += [{"key": str(key), "open": [], "closed": []} for key in overseers]
    return {"people": [each | {"session": _session(each["key"])} for each in people]}


def _founded(workers: int, open_files: int) -> tuple[Place, list[UUID]]:
    from baken.accounts.models import User  # noqa: PLC0415 - models, once Django is ready
    from baken.closed.access.founding import found_agency  # noqa: PLC0415
    from baken.closed.access.parts import Role  # noqa: PLC0415
    from baken.core import clock  # noqa: PLC0415

    roles = {f"werker-{n:02d}@example.org": [Role.CASE_MANAGER] for n in range(workers)}
    roles |= {"leiding@example.org": [Role.MANAGER]}
    made = {
        email: User.objects.create_user(email, None, first_name="Verzonnen", last_name=email[:9]) for email in roles
    }
    agency = found_agency(name="Verzonnen centrum", kind="centre", people=roles)
    keys = [each.pk for each in made.values()]
    return Place(agency.pk, keys[:workers], open_files, clock.now()), keys[workers:]


def _load(place: Place, numbers: Sequence[int], cases: int, notes: int) -> list[Any]:
    """Load one chunk of files with all that is in them."""
    from baken.closed.casework.models import Contact, Identity  # noqa: PLC0415 - models, once Django is ready
    from baken.closed.vault.actions import make_dossier_keys  # noqa: PLC0415
    from baken.closed.vault.reads import dossier_keys, forgetting  # noqa: PLC0415

    files = [_dossier(place, number, cases) for number in numbers]
    for bucket in sorted({each.bucket for each in files}):
        keys = [each.pk for each in files if each.bucket == bucket]
        make_dossier_keys(dossiers=keys, agency=place.agency, bucket=bucket)
    with forgetting():
        dossier_keys(each.pk for each in files)
        rows = list(zip(numbers, files, strict=True))
        _copy(files)
        _copy(_places(place, number, file) for number, file in rows)
        _copy([Identity(dossier=file, name=f"Verzonnen {number:06d}", gender="Feminine") for number, file in rows])
        _copy(
            [
                Contact(dossier=file, phone=f"+31 6 0000 {number % 10000:04d}", safe_ways="Bel na 10")
                for number, file in rows
            ]
        )
        _copy(_asserted(place, number, file) for number, file in rows)
        _copy(made for number, file in rows for made in _notes(place, number, file, notes // cases))
        _copy(made for number, file in rows for made in _tasks(place, number, file))
        _copy(_happened(place, number, file) for number, file in rows)
    return files


def _dossier(place: Place, number: int, cases: int) -> Any:
    """Return a file; the newest of each worker are open."""
    from baken.closed.access.models import Dossier  # noqa: PLC0415 - models, once Django is ready

    opened = place.now - _DAY * (_YEARS * 365 * (cases - number) / cases)
    closed = None if number >= cases - place.open * len(place.workers) else min(opened + 200 * _DAY, place.now)
    return Dossier(
        id=uuid4(), agency_id=place.agency, number=f"{opened.year}-{number:04d}", bucket=str(opened.year),
        opened_at=opened, closed_at=closed,
    )  # fmt: skip


def _places(place: Place, number: int, file: Any) -> Any:
    from baken.closed.access.models import TeamPlace  # noqa: PLC0415 - models, once Django is ready

    # Closing a file ends nobody's place: who worked here for years is on the team of thousands.
    user = place.worker(number)
    return TeamPlace(dossier=file, user_id=user, since=file.opened_at, given_by_id=user)


def _asserted(place: Place, number: int, file: Any) -> Any:
    from baken.closed.casework.models import Assertion  # noqa: PLC0415 - models, once Django is ready

    said = {"what": "presumed", "by": "centre", "on": file.opened_at.date(), "source": ""}
    return Assertion(dossier=file, recorded_by_id=place.worker(number), recorded_at=file.opened_at, **said)


def _notes(place: Place, number: int, file: Any, count: int) -> Iterator[Any]:
    from baken.closed.casework.models import Note  # noqa: PLC0415 - models, once Django is ready

    for each in range(count):
        at = file.opened_at + each * 7 * _DAY
        at = min(at, place.now)
        word = _WORDS[(number * 7 + each) % len(_WORDS)]
        text = f"Verzonnen notitie {each} over {word}. Er bestaat geen persoon bij dit dossier. " * 2
        yield Note(
            dossier=file, part="notes", kind="talk", happened_on=at.date(), text=text,
            written_by_id=place.worker(number), written_at=at,
        )  # fmt: skip


def _tasks(place: Place, number: int, file: Any) -> Iterator[Any]:
    from baken.closed.plan.models import Task  # noqa: PLC0415 - models, once Django is ready

    if file.closed_at is None:
        user = place.worker(number)
        for late in range(2):
            # Over weeks, and not by whose file it is: some of everybody's tasks are late.
            due = (place.now + (number // len(place.workers) % 40 - 5 + late) * _DAY).date()
            yield Task(dossier=file, text=f"Verzonnen taak {late}", due_on=due, owner_id=user, made_by_id=user)


def _happened(place: Place, number: int, file: Any) -> Any:
    from baken.closed.legal.models import Happened  # noqa: PLC0415 - models, once Django is ready

    on = file.opened_at.date()
    return Happened(dossier=file, event="reflection_period_granted", on=on, recorded_by_id=place.worker(number))


def _copy(rows: Iterable[Any]) -> None:
    """Copy rows in as their models would save them: what is sealed is sealed by its field."""
    from django.db import connection  # noqa: PLC0415 - once Django is ready

    made = list(rows)
    if not made:
        return
    fields = made[0]._meta.concrete_fields
    names = ", ".join(f'"{each.column}"' for each in fields)
    connection.ensure_connection()
    with connection.connection.cursor().copy(f"COPY {made[0]._meta.db_table} ({names}) FROM STDIN") as copy:
        for row in made:
            copy.write_row([each.get_db_prep_save(each.pre_save(row, add=True), connection) for each in fields])


# What the log would hold: that each file was opened, and each note written.
_ENTRIES = """
    INSERT INTO audit_entry (id, at, trace, activity, action, kind, outcome, user_id, agency_id, roles, requestor,
      purpose, session, address, dossier_id, dossier_agency_id, objects_touched, part, sensitivity, facts, ground, site,
      component)
    SELECT gen_random_uuid(), made.at, '', 'create', 'C', made.kind, 'done', made.worker, d.agency_id, '{case_manager}',
      true, 'coordination', '', '', d.id, d.agency_id, ARRAY[made.id::text], made.part, '2', '{}', 'team', 'closed',
      'bench'
    FROM (
      SELECT id, dossier_id, written_at AS at, 'note' AS kind, written_by_id AS worker, part FROM casework_note
      UNION ALL
      SELECT dossier_id, dossier_id, since, 'dossier', user_id, 'cover' FROM access_teamplace) AS made
      JOIN access_dossier d ON d.id = made.dossier_id
"""
# By which day something had to happen, as the file's last event left it.
_WATCHES = """
    INSERT INTO legal_watch (id, dossier_id, until)
    SELECT gen_random_uuid(), id, (opened_at + interval '90 days')::date FROM access_dossier
"""


def _count_on() -> None:
    """Let log, watches, numbers and clocks stand where they would after as many files had been written in."""
    from django.db import connection  # noqa: PLC0415 - once Django is ready

    with connection.cursor() as cursor:
        cursor.execute(_ENTRIES)
        cursor.execute(_WATCHES)
        cursor.execute(
            "INSERT INTO access_numbering SELECT agency_id, split_part(number, '-', 1)::int,"
            " max(split_part(number, '-', 2)::int) FROM access_dossier GROUP BY 1, 2"
        )
        cursor.execute(
            "INSERT INTO retention_clock SELECT id, coalesce(closed_at, now())::date FROM access_dossier"
            " ON CONFLICT (dossier_id) DO NOTHING"
        )


def _session(key: str) -> str:
    from baken.accounts.models import User  # noqa: PLC0415 - models, once Django is ready
    from bench.closed import _session as begun  # noqa: PLC0415

    return begun(User.objects.get(pk=key))


if __name__ == "__main__":
    doors.setup("closed")
    print(json.dumps(fill(int(sys.argv[1]), int(sys.argv[2]))))
