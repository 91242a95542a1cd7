# SPDX-License-Identifier: EUPL-1.2
"""What an import of made-up cases needs the owner of the database for, who alone sees every file and agency.

`python -m baken.closed.casework.ctdc.founding look NAME YES` prints which files of an agency an import made; it ends
with a word where the home holds others that nobody counted. `staff NAME FILES` prints who opens the files, each with
how many she has room for, and makes the agency where it is not there.
"""

import json
import sys
from typing import Any

import django
from django.db.models import Count, Q
from django.utils.timezone import now

if __name__ == "__main__":
    django.setup()  # before the models below

from baken.accounts.models import User
from baken.closed.access.founding import found_agency
from baken.closed.access.models import Agency, Appointment, Dossier
from baken.closed.access.parts import OPENERS, Role

ROOM, MADE_UP_ROOM = 500, 250  # files on the team of one worker
_WORKED_OUT = 5  # the version of a key that an import made; one that was drawn has 4


def look(name: str, yes: int) -> dict[str, Any]:
    """Return an agency with the keys of its files that were imported; end where there are others than ``yes`` says."""
    files = list(Dossier.objects.values_list("pk", "agency"))
    imported = [(key, agency) for key, agency in files if key.version == _WORKED_OUT]
    others = len(files) - len(imported)
    if others != yes:
        hint = f"say --yes {others} to put synthetic ones beside them" if others else "leave --yes out"
        raise SystemExit(f"this home holds {others} files that no import made: {hint}")
    found = Agency.objects.filter(name=name).first()
    keys = [str(key) for key, agency in imported if found and agency == found.pk]
    return {"agency": str(found.pk) if found else None, "known": keys}


def staff(name: str, files: int) -> dict[str, Any]:
    """Return who opens so many files at an agency; one that is not there is made, with made-up workers."""
    found = Agency.objects.filter(name=name).first()
    if found is None or _made_up(found):
        found = found_agency(name=name, kind=Agency.Kind.PARTNER, people={})
        _hire(found, files)
    room = _room(found)
    if sum(room.values()) < files:
        raise SystemExit(
            f"who opens files at {name} has room for {sum(room.values())} and not for {files}: say --limit"
        )
    return {"agency": str(found.pk), "room": room}


def _made_up(agency: Agency) -> bool:
    return Appointment.objects.filter(agency=agency, user__email__startswith=_stem(agency)).exists()


def _stem(agency: Agency) -> str:
    return f"synthetisch-{agency.pk.hex[:8]}-"


def _hire(agency: Agency, files: int) -> None:
    """Give an agency made-up workers, who cannot sign in, until there is room for so many files."""
    number = Appointment.objects.filter(agency=agency).count()
    while sum(_room(agency).values()) < files:
        number += 1
        email = f"{_stem(agency)}{number:03d}@example.org"
        User.objects.create_user(email, None, first_name="Verzonnen", last_name=f"Werker {number}")
        found_agency(name=agency.name, kind=agency.kind, people={email: [Role.CASE_MANAGER]})


def _room(agency: Agency) -> dict[str, int]:
    """Return for whoever opens files at an agency how many more she can look after."""
    most = MADE_UP_ROOM if _made_up(agency) else ROOM
    live = Q(user__places__until=None, user__places__isnull=False)
    # Who starts tomorrow has her post already, and opens nothing today.
    since = Appointment.objects.filter(agency=agency, since__lte=now(), until=None)
    posts = since.filter(role__in=OPENERS, user__is_active=True)
    counted = posts.values("user").annotate(places=Count("user__places", filter=live, distinct=True)).order_by("user")
    return {str(each["user"]): max(0, most - each["places"]) for each in counted}


if __name__ == "__main__":
    _do = {"look": look, "staff": staff}[sys.argv[1]]
    sys.stdout.write(json.dumps(_do(sys.argv[2], int(sys.argv[3]))))
