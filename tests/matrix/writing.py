# SPDX-License-Identifier: EUPL-1.2
"""What somebody may try to write in plain SQL: a statement for each line of `rows.csv` that is no reading."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.cast import OTHERS
from tests.matrix.naming import Knower
from tests.matrix.someone import Someone

_FILE = Path(__file__).parent / "writes.sql"
_HEAD, _FIRST = "-- ", "-- first: "
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Try:
    """A statement, and what the superuser does before it."""

    statement: str
    first: tuple[str, ...]


def tries() -> dict[Key, Try]:
    """Return every statement by table, rows and verb."""
    found: dict[Key, Try] = {}
    for block in _FILE.read_text(encoding="utf-8").split("\n\n")[1:]:
        head, *rest = block.strip().splitlines()
        table, rows, verb = head.removeprefix(_HEAD).split(" | ")
        first = tuple(line.removeprefix(_FIRST) for line in rest if line.startswith(_FIRST))
        found[table, rows, verb] = Try(" ".join(line for line in rest if not line.startswith(_FIRST)), first)
    return found


def words(who: Someone, knower: Knower) -> dict[str, Any]:
    """Return what the statements name."""
    cast = who.stage.cast
    return {
        "new": uuid4(), "me": who.key, "file": who.file, "empty": cast.files["empty"],
        "agency": cast.rows["agency"], "partner": cast.rows["partner"], "partner_file": cast.rows["partner_file"],
        "post": cast.rows["post"],
        "invitation": cast.rows["invitation"], "reset": cast.rows["reset"],
        "hiding": cast.rows["hiding"], "hiding_elsewhere": cast.rows["hiding.empty"],
        **{name.replace(".", "_"): key for name, key in cast.rows.items() if name.startswith("document.")},
        "goal_elsewhere": cast.rows["goal.empty"], "round_elsewhere": cast.rows["round.empty"],
        "version_elsewhere": cast.rows["registered.empty"],
        "question": cast.rows["question"], "question_kept": cast.rows["question.kept"],
        "partner_question": cast.rows["question.kept.none"],
        "release": cast.rows["release"], "release_out": cast.rows["release.out"],
        "partner_release": cast.rows["release.none"], "partner_release_out": cast.rows["release.out.none"],
        "lead": cast.person("case_manager", OTHERS), "therapist": cast.person("therapist", OTHERS),
        "elsewhere": cast.person("case_manager", "none"),
        "place": who.row("place"), "consent": who.row("consent"), "other": cast.person("manager", OTHERS),
        "other_officer": cast.person("privacy_officer", OTHERS), "colleague": cast.person("intake", OTHERS),
        "founder": cast.person("case_manager", "team"),
        "another_file": cast.files["shelter.subject" if who.file == cast.files["intake.subject"] else "intake.subject"],
        "anothers": knower.anothers(who),
    } | _housed(who, knower)  # fmt: skip


def _housed(who: Someone, knower: Knower) -> dict[str, Any]:
    """Return what is named of the house: units of it and of a partner's, what the file and another have in it."""
    cast, rows, empty = who.stage.cast, who.stage.cast.rows, who.stage.cast.files["empty"]
    return {
        "location": rows["location"], "partner_location": rows["location.none"],
        "free": rows["unit"], "bed_free": knower.places[rows["unit"]], "partner_unit": rows["unit.none"],
        "address": rows["address"], "partner_address": rows["address.none"],
        "duty": rows["duty"], "duty_before": rows["duty_before"], "partner_duty": rows["duty.none"],
        "worker": cast.person("shelter", "same"), "partner_worker": cast.person("shelter", "none"),
        "left": cast.person("shelter", "post_ended"),
        "closing": rows["closing"], "partner_closing": rows["closing.none"],
        "child": who.housed("guest"), "child_elsewhere": rows["guest.empty"],
        "shift": rows["shift"], "shift_before": rows["shift_before"],
        "partner_shift": rows["shift.none"], "partner_shift_before": rows["shift_before.none"],
        "request": who.housed("request"), "request_elsewhere": rows["request.empty"],
        "stay": who.housed("stay"), "stay_elsewhere": rows["stay.empty"],
        "guest": knower.guests[who.file], "guest_elsewhere": knower.guests[empty],
        "bed": knower.places[who.housed("unit")], "bed_elsewhere": knower.places[rows["unit.empty"]],
    }  # fmt: skip
