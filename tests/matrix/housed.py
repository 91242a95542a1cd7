# SPDX-License-Identifier: EUPL-1.2
"""The places of the house and of who asks for a place in it, for `places`."""

import datetime
from typing import Any

from tests.cast import PASSPHRASE
from tests.matrix.someone import SEEN, SENT, Place, Someone, _file, _row, _said

_HELD = """
    UPDATE shelter_stay SET arrived_at = NULL, hold_until = now() + interval '1 day' WHERE dossier_id = %(file)s
"""
_EXPECTED = "UPDATE shelter_stay SET arrived_at = NULL WHERE dossier_id = %(file)s"
_LIFTED = "UPDATE shelter_stay SET lifted = '{family}' WHERE dossier_id = %(file)s"
_AT_NIGHT = "UPDATE shelter_stay SET review_by = now() WHERE dossier_id = %(file)s"
_GONE = """
    UPDATE shelter_stay SET ended_at = now(), ended_by_id = given_by_id, outcome = '' WHERE dossier_id = %(file)s
"""
_ASKED_NO_MORE = """
    UPDATE shelter_request SET ended_at = now(), ended_by_id = asked_by_id, how = 'withdrawn'
    WHERE dossier_id = %(file)s AND ended_at IS NULL
"""
_BACK = "UPDATE shelter_absence SET ended_at = now(), ended_by_id = written_by_id WHERE dossier_id = %(file)s"
_ANSWERED = """
    UPDATE shelter_onward SET ended_at = now(), ended_by_id = offered_by_id, how = 'refused' WHERE dossier_id = %(file)s
"""
_ONE = {"people-TOTAL_FORMS": "8", "people-INITIAL_FORMS": "1", "people-0-sex": "F", "people-0-age": "adult"}


def day(ahead: int) -> str:
    """Return the day so many days from now."""
    return (datetime.date.today() + datetime.timedelta(days=ahead)).isoformat()


def _days() -> dict[str, Any]:
    return {"arrive_on": day(0), "leave_on": day(30), "latest_on": day(40), "sure": "likely"}


def _moving(who: Someone) -> dict[str, Any]:
    rows, kind = who.stage.cast.rows, f"stay.{who.role}.{who.relation}"
    stay = rows.get(kind, rows["stay.main"])
    return {"unit": rows["unit"], "stay": stay, "from_on": day(0), "until_on": day(30)}


def _at_the_door(who: Someone) -> dict[str, Any]:
    unit = who.stage.cast.rows["unit.none" if who.relation == "none" else "unit"]
    return {"sex": "X", "age": "unknown", "unit": unit}


def _of_hers(name: str) -> Any:
    """Name the row of a kind that hangs from her file."""

    def words(who: Someone) -> dict[str, Any]:
        rows, kind = who.stage.cast.rows, f"{name}.{who.role}.{who.relation}"
        return {"dossier": who.file, name: rows.get(kind, rows[f"{name}.main"])}

    return words


HOUSED: dict[str, Place] = {
    "shelter": Place(),
    "shelter_pulse": Place(),
    "shelter_weeks": Place(),
    "shelter_night": Place(),
    "shelter_occupancy": Place(),
    "shelter_nights": Place(
        form=lambda who: {
            "worker": who.stage.cast.person("shelter", who.relation),
            "how": "awake",
            "first": day(9),
            "last": day(10),
        },
        done=SEEN | SENT,
    ),
    "take_off": Place(_row("duty", "duty"), done=SENT),
    "shelter_waiting": Place(),
    "shelter_door": Place(form=_at_the_door, done=SEEN | SENT),
    "shelter_units": Place(
        form=_said(location="Verzonnen nieuwe locatie", building="A", name="nieuw", places="2"), done=SEEN | SENT
    ),
    "shelter_unit": Place(
        _row("unit", "unit"), lambda who: {"why": "cleaning", "from_on": day(0), "until_on": day(2)}, SEEN | SENT
    ),
    "reopen_unit": Place(_row("closing", "closing"), done=SENT),
    "location": Place(_row("location", "location"), _said(passphrase=PASSPHRASE)),
    "keep_address": Place(
        _row("location", "location"),
        lambda who: {"text": "verzonnen", "holders": [who.stage.cast.person("shelter", "same")]},
        SEEN | SENT,
    ),
    "withdraw_address": Place(
        lambda who: _row("location", "location")(who) | _row("envelope", "envelope_left")(who), done=SENT
    ),
    "forget_address": Place(_row("location", "location"), done=SENT),
    "stay": Place(_file),
    "ask_shelter": Place(
        _file,
        lambda who: {"source": "intake", "length": "short", **_days(), **_ONE},
        SEEN | SENT,
        (_GONE, _ASKED_NO_MORE),
    ),
    "change_request": Place(_file, lambda who: _days(), SEEN | SENT),
    "people_of_request": Place(_file, _said(**_ONE | {"people-TOTAL_FORMS": "1"}), SEEN | SENT),
    "screen": Place(_file, _said(colour="green", words="verzonnen"), SEEN | SENT),
    "placing_consent": Place(_file, lambda who: {"by": "Verzonnen Voogd", "on": day(0)}, SEEN | SENT),
    "answer_request": Place(_file, _said(how="refused", why="full", answer="verzonnen"), SEEN | SENT, (_GONE,)),
    "offer_onward": Place(_file, _said(to="Verzonnen opvang", words="verzonnen"), SEEN | SENT, (_ANSWERED,)),
    "answer_onward": Place(_of_hers("onward"), _said(how="accepted", answer="verzonnen"), SEEN | SENT),
    "where": Place(_file, _moving, SEEN | SENT, (_BACK,)),
    "confirm_stay": Place(_file, done=SENT, scene=(_HELD,)),
    "second_stay": Place(_file, done=SENT, scene=(_HELD, _LIFTED)),
    "arrive_stay": Place(_file, done=SENT, scene=(_EXPECTED,)),
    "release_stay": Place(_file, done=SENT, scene=(_HELD,)),
    "review_stay": Place(_file, done=SENT, scene=(_AT_NIGHT,)),
    "extend_stay": Place(_file, lambda who: {"until_on": day(90)}, SEEN | SENT),
    "leave_stay": Place(_file, lambda who: {"on": day(0), "outcome": "own-home", "words": ""}, SEEN | SENT),
    "go_away": Place(
        _file,
        lambda who: {"kind": "leave", "since": f"{day(-1)}T10:00", "keep_until": day(3), "words": ""},
        SEEN | SENT,
        (_BACK,),
    ),
    "come_back": Place(_file, _said(words="verzonnen"), SEEN | SENT),
    "missing_step": Place(lambda who: {"dossier": who.file, "step": "told-police"}, done=SENT),
}
