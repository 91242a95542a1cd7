# SPDX-License-Identifier: EUPL-1.2
"""The places of daily life in the house, for `places`."""

from typing import Any

from tests.cast import AT_THE_CENTRE
from tests.matrix.housed import HOUSED, _of_hers, day
from tests.matrix.someone import SEEN, SENT, Place, Someone, _file, _row, _said

_ALLOWED = """
    UPDATE shelter_visit SET allowed = true, decided_at = now(), decided_by_id = written_by_id
    WHERE dossier_id = %(file)s
"""
_INSIDE = "UPDATE shelter_visit SET in_at = now() WHERE dossier_id = %(file)s"


def _after(who: Someone) -> dict[str, Any]:
    """Name the shift that goes on where somebody works."""
    rows = who.stage.cast.rows
    if who.relation == "none":
        return {"after": rows["shift.none"]}
    return {"after": rows["shift"]} if who.relation in AT_THE_CENTRE else {}


def _happened(who: Someone) -> dict[str, Any]:
    told = {"kind": "quarrel", "severity": "slight", "police": "no", "words": "verzonnen"}
    days = {"happened_at": f"{day(-1)}T10:00", "follow_on": day(1)}
    return told | days | {"dossiers": [who.file], "follow_by": who.other("shelter")}


def _enrolled(who: Someone) -> dict[str, Any]:
    child = who.housed("guest")
    return {"guest": child, "kind": "school", "name": "Verzonnen school", "weekdays": ["1", "2"]}


HOUSE: dict[str, Place] = HOUSED | {
    "shelter_day": Place(form=lambda who: {"dossier": who.file, "words": "verzonnen"}, done=SEEN | SENT),
    "begin_shift": Place(form=_after, done=SENT),
    "shift": Place(_row("shift", "shift_before"), done=SEEN | SENT),
    "report_incident": Place(form=_happened, done=SEEN | SENT),
    "check_unit": Place(_row("unit", "unit"), _said(faults=["lock"], repair="on"), SEEN | SENT),
    "house_rules": Place(),
    "living": Place(_file),
    "agree": Place(_file, lambda who: {"kind": "post", "agreed": "yes", "from_on": day(0)}, SEEN | SENT),
    "end_agreement": Place(_of_hers("agreement"), _said(ending="verzonnen"), SEEN | SENT),
    "expect": Place(_file, lambda who: {"who": "Verzonnen Broer", "expected_at": f"{day(0)}T10:00"}, SEEN | SENT),
    "decide_visit": Place(_of_hers("visit"), _said(allowed="no", why="verzonnen"), SEEN | SENT),
    "close_incident": Place(_of_hers("incident"), _said(ending="verzonnen"), SEEN | SENT),
    "lend": Place(_file, lambda who: {"what": "tag", "label": "7", "given_on": day(0)}, SEEN | SENT),
    "take_back": Place(_of_hers("loan"), lambda who: {"how": "lost", "on": day(0)}, SEEN | SENT),
    "enrol": Place(_file, _enrolled, SEEN | SENT),
    "miss_school": Place(_of_hers("school"), _said(reason="ill"), SEEN | SENT),
    "end_school": Place(_of_hers("school"), done=SENT),
    "visitor_in": Place(_of_hers("visit"), done=SENT, scene=(_ALLOWED,)),
    "visitor_out": Place(_of_hers("visit"), done=SENT, scene=(_ALLOWED, _INSIDE)),
}
