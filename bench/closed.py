# SPDX-License-Identifier: EUPL-1.2
"""People behind our closed door, for the bench: `python -m bench.closed WORD …`, one a child process.

`found` runs as the owner: it makes an agency with one case manager and signs her in. `fill` runs as she does and
opens two files with `FIELDS` encrypted fields each. `append` and `chain` write to the log for some seconds and tell
how often; they begin when a line comes in, so that several begin together. After its entry a transaction goes on for
some milliseconds, as a request does that has its page still to make.
"""

import datetime
import hashlib
import json
import sys
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

from baken.core import doors

EMAIL = "testpersoon.a@example.org"
FIELDS = 51
_BESIDE = 19  # fields that are no notes: eleven of identity, eight of contact
_OF_A_NOTE = 2  # its kind and its text
NAME, NATION, PHONE, WAYS, BORN = (
    "Verzonnen Voorbeeld",
    "Verzonnenland",
    "+31 6 0000 0000",
    "Tussen 10 en 12",
    "2000-01-01",
)
TEXT = "Verzonnen notitie van de meting. Er bestaat geen persoon bij dit dossier. " * 3


def found() -> None:
    """Print the keys of the agency, of its case manager and of her session, in which she just proved who she is."""
    from baken.accounts.models import User  # noqa: PLC0415 - models, once Django is ready
    from baken.closed.access.founding import found_agency  # noqa: PLC0415
    from baken.closed.access.parts import Role  # noqa: PLC0415

    worker = User.objects.create(email=EMAIL, first_name="Verzonnen", last_name="Voornaam")
    agency = found_agency(name="Verzonnen centrum", kind="centre", people={EMAIL: [Role.CASE_MANAGER]})
    print(json.dumps({"worker": str(worker.pk), "agency": str(agency.pk), "session": _session(worker)}))


def _session(worker: Any) -> str:
    from allauth.account.internal.userkit import user_id_to_str  # noqa: PLC0415 - once Django is ready
    from django.test import Client  # noqa: PLC0415

    client = Client()
    client.force_login(worker)
    kept = client.session
    kept["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    kept["account_authentication_methods_user"] = user_id_to_str(worker)
    kept.save()
    return str(kept.session_key)


def fill(worker: str, agency: str) -> None:
    """Print the keys of two files that hold the same, each field encrypted."""
    from baken.closed.access.context import working_as  # noqa: PLC0415 - models, once Django is ready

    with working_as(UUID(worker)):
        print(json.dumps([_file(UUID(agency)) for _ in range(2)]))


def _file(agency: UUID) -> str:
    from baken.closed.access.actions import open_dossier  # noqa: PLC0415 - models, once Django is ready
    from baken.closed.access.parts import Part  # noqa: PLC0415
    from baken.closed.casework import actions  # noqa: PLC0415

    dossier = open_dossier(agency=agency).pk
    actions.write_identity(dossier=dossier, name=NAME, born=datetime.date.fromisoformat(BORN), nationality=NATION)
    actions.write_contact(dossier=dossier, phone=PHONE, safe_ways=WAYS)
    for _ in range((FIELDS - _BESIDE) // _OF_A_NOTE):
        actions.add_note(dossier=dossier, part=Part.NOTES, text=TEXT)
    return str(dossier)


def append(worker: str, dossier: str, seconds: str, milliseconds: str) -> None:
    """Write entries as our door does, each in a transaction of its own."""
    _for(float(seconds), float(milliseconds), UUID(worker), lambda: _entry(UUID(dossier)))


def chain(worker: str, dossier: str, seconds: str, milliseconds: str) -> None:
    """Write entries as is usual: each is chained to the last one within its own transaction, under a lock."""
    _for(float(seconds), float(milliseconds), UUID(worker), lambda: _link(_entry(UUID(dossier))))


def _for(seconds: float, milliseconds: float, worker: UUID, write: Callable[[], object]) -> None:
    from baken.closed.access.context import working_as  # noqa: PLC0415 - models, once Django is ready

    with working_as(worker):
        write()  # once before it counts: connections, statements
    print("ready", flush=True)
    sys.stdin.readline()
    done, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        with working_as(worker):
            write()
            time.sleep(milliseconds / 1000)
        done += 1
    print(done, flush=True)


def _entry(dossier: UUID) -> Any:
    from baken.closed.audit.actions import record  # noqa: PLC0415 - models, once Django is ready
    from baken.closed.audit.activities import Action, Activity  # noqa: PLC0415

    told = {"kind": "dossier", "part": "notes", "objects": [dossier], "ground": "team"}
    return record(activity=Activity.READ, action=Action.READ, dossier=dossier, **told)


def _link(entry: Any) -> None:
    from django.db import connection  # noqa: PLC0415 - once Django is ready

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(1)")
        cursor.execute("SELECT seq, hash FROM bench_link ORDER BY seq DESC LIMIT 1")
        seq, last = cursor.fetchone() or (0, b"")
        value = hashlib.sha256(bytes(last) + entry.pk.bytes).digest()
        cursor.execute("INSERT INTO bench_link VALUES (%s, %s, %s)", [seq + 1, entry.pk, value])


if __name__ == "__main__":
    doors.setup("closed")
    {"found": found, "fill": fill, "append": append, "chain": chain}[sys.argv[1]](*sys.argv[2:])
