# SPDX-License-Identifier: EUPL-1.2
"""People's files in a home, for tests of backup and of being killed: `python -m tests.lifecycle.files WORD`.

`found` runs as the owner and makes an agency with one case manager. `write` runs as she does, through the actions
that the pages use, and `post` from her browser; both tell of each note on a line of its own once it is promised, and
go on whatever happens, until they are ended. `session` makes that browser hers. `erase` does to a file what an erasure
does. `count` opens everything as the owner and counts what is half there.
"""

import contextlib
import http.client
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import IO
from urllib.parse import urlencode
from uuid import UUID

from baken.core import addresses, children, doors, embedded, migrating
from baken.settings.environment import ROOT

_PAUSE = 0.1  # seconds between two notes of one writer
COMMAND = [sys.executable, "-m", "tests.lifecycle.files"]
HALF = {
    "a file without a team": "SELECT count(*) FROM access_dossier d WHERE NOT EXISTS"
    " (SELECT FROM access_teamplace t WHERE t.dossier_id = d.id)",
    "a file that the log does not tell of": "SELECT count(*) FROM access_dossier d WHERE NOT EXISTS"
    " (SELECT FROM audit_entry e WHERE e.dossier_id = d.id AND e.activity = 'create' AND e.kind = 'dossier')",
    "a note that the log does not tell of": "SELECT count(*) FROM casework_note n WHERE NOT EXISTS"
    " (SELECT FROM audit_entry e WHERE e.dossier_id = n.dossier_id AND n.id::text = ANY (e.objects_touched))",
    "a note that the log tells of and that is not there": "SELECT count(*) FROM audit_entry e WHERE e.kind = 'note'"
    " AND EXISTS (SELECT FROM access_dossier d WHERE d.id = e.dossier_id)"
    " AND NOT EXISTS (SELECT FROM casework_note n WHERE n.id::text = ANY (e.objects_touched))",
}


class Files:
    """A home with an agency in it, and what may be done there from a test."""

    def __init__(self, home: Path, found: Mapping[str, str]) -> None:
        self.home = home
        self.given = {name: found[name] for name in addresses.own_names("closed")}
        migrating.migrate("closed", self.given)

    def found(self) -> list[str]:
        """Make the agency with its case manager and return both keys."""
        return json.loads(self.run("found", as_owner=True))

    def run(self, *words: str, as_owner: bool = False) -> str:
        """Do one thing in a process of its own and return what it told."""
        return children.run([*COMMAND, *words], self.around(as_owner=as_owner), cwd=ROOT)

    def start(self, told: IO[str], *words: str) -> subprocess.Popen[str]:
        """Start something that goes on until it is ended, and let it tell into a file."""
        return children.start([*COMMAND, *words], self.around(), cwd=ROOT, stdout=told, stderr=subprocess.STDOUT)

    @contextlib.contextmanager
    def writing(self, path: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
        """Let somebody write while the block runs; then they are killed."""
        with path.open("a") as told, self.start(told, "write", *words) as process:
            try:
                yield process
            finally:
                process.kill()

    def around(self, *, as_owner: bool = False) -> dict[str, str]:
        """Return the environment of a process of the closed door in this home."""
        return {**addresses.for_child("closed", self.given, as_owner=as_owner), "BAKEN_HOME": str(self.home)}


def promises(told: str) -> set[str]:
    """Return what stands in the notes that were promised; a line that was cut off promises nothing."""
    lines = [line.removesuffix("\n") for line in told.splitlines(keepends=True) if line.endswith("\n")]
    return {line.removeprefix("note ") for line in lines if line.startswith("note ")}


@contextlib.contextmanager
def kept(home: Path) -> Iterator[Files]:
    """Provide a home whose server runs for the length of the block."""
    with embedded.running(home) as found:
        yield Files(home, found)


def found() -> None:
    from baken.accounts.models import User  # noqa: PLC0415 - models, once Django is ready
    from baken.closed.access.models import Agency, Appointment  # noqa: PLC0415

    agency = Agency.objects.create(name="Verzonnen centrum", kind=Agency.Kind.CENTRE)
    worker = User.objects.create(email="testpersoon.a@example.org", first_name="Verzonnen", last_name="Voornaam")
    Appointment.objects.create(user=worker, agency=agency, role="case_manager")
    print(json.dumps([str(worker.pk), str(agency.pk)]))  # noqa: T201 - it tells its parent


def write(worker: str, agency: str, most: str = "1000000000", notes: str = "3") -> None:
    """Open files and write notes in them; each line that is printed is a promise.

    With a pause after each, or hundreds of thousands would have to be looked at after every kill.
    """
    done = 0
    while done < int(most):
        try:
            done += 1
            dossier = _open(UUID(worker), UUID(agency))
            for number in range(int(notes)):
                _note(UUID(worker), dossier, number)
                time.sleep(_PAUSE)
        except Exception as error:  # the database is killed under it, in any of many ways
            print("interrupted", type(error).__name__, flush=True)  # noqa: T201
            _hang_up()
            time.sleep(0.2)


def _open(worker: UUID, agency: UUID) -> UUID:
    from baken.closed.access.actions import open_dossier  # noqa: PLC0415 - models, once Django is ready
    from baken.closed.access.context import working_as  # noqa: PLC0415

    with working_as(worker):
        dossier = open_dossier(agency=agency).pk
    print("dossier", dossier, flush=True)  # noqa: T201
    return dossier


def _note(worker: UUID, dossier: UUID, number: int) -> None:
    from baken.closed.access.context import working_as  # noqa: PLC0415 - models, once Django is ready
    from baken.closed.access.parts import Part  # noqa: PLC0415
    from baken.closed.casework.actions import add_note  # noqa: PLC0415

    with working_as(worker):
        add_note(dossier=dossier, part=Part.NOTES, text=words(dossier, number))
    print("note", words(dossier, number), flush=True)  # noqa: T201


def words(dossier: UUID | str, number: int | str) -> str:
    """Return what stands in a note, by which a test knows it."""
    return f"verzonnen {dossier} {number}"


def session(worker: str) -> None:
    """Print the key of a session in which she signed in with a second factor a moment ago."""
    from allauth.account.internal.userkit import user_id_to_str  # noqa: PLC0415 - once Django is ready
    from django.test import Client  # noqa: PLC0415

    from baken.accounts.models import User  # noqa: PLC0415

    person, client = User.objects.get(pk=worker), Client()
    client.force_login(person)
    kept = client.session
    kept["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    kept["account_authentication_methods_user"] = user_id_to_str(person)
    kept.save()
    print(kept.session_key)  # noqa: T201


def post(port: str, key: str, dossier: str) -> None:
    """Send notes as a browser does; each line that is printed is a promise, given by the answer."""
    for number in itertools.count():
        text = words(dossier, f"browser-{os.getpid()}-{number}")
        try:
            status, place = _sent(int(port), key, dossier, text)
        except (OSError, http.client.HTTPException) as error:
            status, place = type(error).__name__, ""
        promised = (status, place) == (HTTPStatus.FOUND, f"/files/{dossier}/")
        print("note" if promised else f"interrupted {status}", text, flush=True)  # noqa: T201
        time.sleep(_PAUSE if promised else 0.2)


def _sent(port: int, key: str, dossier: str, text: str) -> tuple[int, str]:
    token = "a" * 32  # the cookie and the form must say the same
    body = urlencode({"part": "notes", "text": text, "csrfmiddlewaretoken": token})
    cookies = f"baken_closed_session={key}; baken_closed_csrf={token}"
    around = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("POST", f"/files/{dossier}/notes/", body, around)
        answer = connection.getresponse()
        return answer.status, answer.headers.get("Location", "")


def _hang_up() -> None:
    from django.db import connections  # noqa: PLC0415 - once Django is ready

    for each in connections.all():
        with contextlib.suppress(Exception):
            each.close()


def count() -> None:
    """Tell what stands in every note, and how much is half there; one that does not open raises."""
    from django.db import connection  # noqa: PLC0415 - once Django is ready

    from baken.closed.access.models import Dossier  # noqa: PLC0415
    from baken.closed.casework.models import Note  # noqa: PLC0415
    from baken.closed.vault.models import DossierKey  # noqa: PLC0415
    from baken.closed.vault.reads import forgetting  # noqa: PLC0415

    with forgetting():
        notes = [note.text for note in Note.objects.order_by("dossier_id")]
    dossiers = {str(each) for each in Dossier.objects.values_list("pk", flat=True)}
    keys = {str(each) for each in DossierKey.objects.values_list("pk", flat=True)}
    half = {"a file without a key": len(dossiers - keys)}
    with connection.cursor() as cursor:
        for what, question in HALF.items():
            cursor.execute(question)
            half[what] = cursor.fetchone()[0]
    print(json.dumps({"notes": notes, "dossiers": sorted(dossiers), "half": half}))  # noqa: T201


def erase(dossier: str) -> None:
    """Erase a file as the owner, in the order in which it is done: key, journal, rows."""
    import datetime  # noqa: PLC0415 - for this alone

    from django.conf import settings  # noqa: PLC0415 - once Django is ready
    from django.db import connection  # noqa: PLC0415

    from baken.closed.retention.journal import Erased, append  # noqa: PLC0415
    from baken.closed.vault.actions import destroy_dossier_key  # noqa: PLC0415

    told = Erased(UUID(dossier), datetime.date(2026, 1, 1), "request", "proof")
    destroy_dossier_key(dossier=told.dossier)
    append(Path(settings.RETENTION_JOURNAL), told)
    with connection.cursor() as cursor:
        cursor.execute("SELECT retention_bury(%s, %s, %s, %s)", [told.dossier, told.reason, told.rule, told.on])


if __name__ == "__main__":
    doors.setup("closed")
    WORDS = {"found": found, "write": write, "session": session, "post": post, "count": count, "erase": erase}
    WORDS[sys.argv[1]](*sys.argv[2:])
