# SPDX-License-Identifier: EUPL-1.2
"""What each row of each table is to somebody: the second column of `rows.csv`."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from baken.core.clock import now
from tests.matrix.counted import counted
from tests.matrix.someone import Someone
from tests.matrix.stage import Stage

Row = dict[str, Any]
_HIDING = "SELECT t.*, h.dossier_id FROM casework_envelope t JOIN casework_hiding h ON h.id = t.hiding_id"
_DATED = "SELECT t.*, d.agency_id AS at FROM {} t JOIN access_dossier d ON d.id = t.dossier_id"
_UNIT = (
    "SELECT t.*, l.agency_id FROM {} t JOIN shelter_unit u ON u.id = {} JOIN shelter_location l ON l.id = u.location_id"
)
_HOUSE = {
    "shelter_unit": _UNIT.format("shelter_unit", "t.id"),
    "shelter_place": _UNIT.format("shelter_place", "t.unit_id"),
    "shelter_closing": _UNIT.format("shelter_closing", "t.unit_id"),
    "shelter_check": _UNIT.format("shelter_check", "t.unit_id"),
    "shelter_address": "SELECT t.*, l.agency_id FROM shelter_address t JOIN shelter_location l ON l.id = t.location_id",
    "shelter_envelope": "SELECT t.*, l.agency_id FROM shelter_envelope t JOIN shelter_address a ON a.id = t.address_id"
    " JOIN shelter_location l ON l.id = a.location_id",
}
_SIGNED = "SELECT t.*, s.agency_id FROM shelter_signature t JOIN shelter_shift s ON s.id = t.shift_id"
_VERSIONS = "SELECT t.*, d.part FROM documents_version t JOIN documents_document d ON d.id = t.document_id"
QUESTIONS = {"casework_envelope": _HIDING, "documents_version": _VERSIONS, "shelter_signature": _SIGNED, **_HOUSE} | {
    name: _DATED.format(name)
    for name in ("access_teamplace", "access_consent", "access_glass", "retention_clock", "retention_hold",
                 "retention_erasure", "casework_identity", "casework_contact", "casework_note", "casework_hiding",
                 "legal_happened", "legal_conditions", "legal_watch", "intake_report", "intake_letter",
                 "intake_attachment", "intake_decision", "intake_link", "intake_scoring", "intake_mark",
                 "intake_verdict", "casework_guardian", "casework_relative",
                 "casework_assertion", "casework_arrival", "documents_document", "plan_goal", "plan_task", "plan_lead",
                 "plan_handover", "plan_closure", "minors_round", "minors_step", "minors_route",
                 "trafficking_account", "trafficking_event", "trafficking_assessment", "trafficking_safetylevel",
                 "registration_word", "registration_override", "registration_draft", "registration_version",
                 "registration_exchange", "shelter_request", "shelter_guest", "shelter_screening", "shelter_stay",
                 "shelter_bed", "shelter_absence", "shelter_onward", "shelter_agreement", "shelter_visit",
                 "shelter_incident", "shelter_line", "shelter_loan", "shelter_school")
}  # fmt: skip
# Of days that are the same for the whole run, midnight or not.
NIGHTS = f"shelter_nights(%s, '[{date.today() - timedelta(days=9)},{date.today() + timedelta(days=9)})')::text"
KEYS = {"retention_clock": "dossier_id", "access_numbering": "agency", "shelter_place": "number"}


class Knower:
    """Everything that is there, as the superuser sees it, and what it is to each of the cast."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        guarded = stage.known("SELECT relname AS name FROM pg_class WHERE relrowsecurity ORDER BY 1")
        self.tables = [each["name"] for each in guarded]
        self.rows = {name: stage.known(QUESTIONS.get(name, f"SELECT * FROM {name}")) for name in self.tables}  # noqa: S608
        self.posts: dict[UUID, set[UUID]] = {}
        for post in self.rows["access_appointment"]:
            self.posts.setdefault(post["user_id"], set()).add(post["agency_id"])
        self.roles = {(each["user_id"], each["agency_id"], each["role"]) for each in self.rows["access_appointment"]}
        centre = stage.cast.rows["agency"]
        self.of_partners = {file["id"] for file in self.rows["access_dossier"] if file["agency_id"] != centre}
        self.at_the_centre = {user for user, agencies in self.posts.items() if centre in agencies}
        # Two are a partner's, and one is of another year.
        self.next_number = f"2026-{len(self.rows['access_dossier']) - 1:04}"
        self.numbers = {file["id"]: file["number"] for file in self.rows["access_dossier"]}
        self.told = {file: self._told(file) for file in self.numbers}
        self.stamps = {name: self._told_in("shelter_stamp(%s)", name) for name in ("same", "none")}
        self.nights = {name: self._told_in(NIGHTS, name) for name in ("same", "none")}
        self.counted = {name: self._told_in(counted(stage), name, "analyst") for name in ("same", "none")}
        self.guests = {each["dossier_id"]: each["number"] for each in self.rows["shelter_guest"]}
        self.places = {each["unit_id"]: each["number"] for each in self.rows["shelter_place"]}

    def _told(self, file: UUID) -> set[datetime]:
        """Return when anything was done to a file or showed it in a list; each of the cast's entries has its moment."""
        done = [each for each in self.rows["audit_entry"] if each["outcome"] == "done"]
        return {each["at"] for each in done if file == each["dossier_id"] or str(file) in each["objects_touched"]}

    def _told_in(self, call: str, agency: str, role: str = "shelter") -> str:
        """Return what is told of an agency to who works there, before anything is taken away."""
        cast = self.stage.cast
        entered = "WITH me AS MATERIALIZED (SELECT set_config('baken.user_id', %s, true))"
        question = f"{entered} SELECT {call} AS told FROM me"  # noqa: S608 - calls of ours
        words = [str(cast.person(role, agency)), cast.rows[f"agency.{agency}"]]
        return str(self.stage.known(question, words)[0]["told"])

    def named(self, table: str, who: Someone) -> dict[Any, str]:
        """Return what each row of a table is to somebody, by its key."""
        key = KEYS.get(table, "id")
        return {row[key]: NAMES[table](self, row, who) for row in self.rows[table]}

    def unreviewed(self, who: Someone) -> int:
        """Return how many glasses of hers nobody reviewed."""
        return sum(row["user_id"] == who.key and row["reviewed_at"] is None for row in self.rows["access_glass"])

    def anothers(self, who: Someone) -> UUID:
        """Return a live glass over her file that somebody else broke, or a key of none."""
        glasses = (each for each in self.rows["access_glass"] if each["dossier_id"] == who.file)
        found = (each["id"] for each in glasses if each["user_id"] != who.key and each["since"] <= now())
        return next(found, uuid4())

    def works_at(self, agency: UUID | None, who: Someone) -> bool:
        """Return whether it is at this agency that somebody has the role she is named by."""
        return (who.key, agency, who.role) in self.roles

    def hers(self, agency: UUID | None, who: Someone) -> bool:
        """Return whether somebody has, had or will have a post at an agency."""
        return agency in self.posts[who.key]


def _file(knower: Knower, row: Row, who: Someone) -> str:
    key = row.get("dossier_id", row.get("id"))
    if key in knower.of_partners:
        return "a partner's file"
    return "the file" if key == who.file else "other files"


def _part(part: str) -> Callable[[Knower, Row, Someone], str]:
    return lambda knower, row, who: part if row["dossier_id"] == who.file else "other files"


def _verdict(knower: Knower, row: Row, who: Someone) -> str:
    return "from the other end" if row["other_id"] == who.file else _part("the file")(knower, row, who)


def _note(knower: Knower, row: Row, who: Someone) -> str:
    return str(row["part"]) if row["dossier_id"] == who.file else "other files"


def _envelope(knower: Knower, row: Row, who: Someone) -> str:
    if row["holder_id"] != who.key:
        return "others'"
    return "her own" if row["dossier_id"] == who.file else "her own, of other files"


def _handover(knower: Knower, row: Row, who: Someone) -> str:
    if row["dossier_id"] != who.file or row["to_id"] != who.key:
        return _part("the file")(knower, row, who)
    if row["ended_at"] is None:
        return "offered to her"
    return "refused by her" if row["ended_by_id"] == who.key else "withdrawn from her"


def _post(knower: Knower, row: Row, who: Someone) -> str:
    if row["user_id"] == who.key:
        return "her own"
    return "colleagues" if knower.hers(row["agency_id"], who) else "strangers"


def _owned(knower: Knower, row: Row, who: Someone) -> str:
    return "her own" if row["user_id"] == who.key else _file(knower, row, who)


def _consent(knower: Knower, row: Row, who: Someone) -> str:
    if row["dossier_id"] != who.file:
        return "other files"
    return "the file, to her agency" if knower.hers(row["agency_id"], who) else "the file, to others"


def _entry(knower: Knower, row: Row, who: Someone) -> str:
    by_hers = knower.works_at(row["agency_id"], who)
    if row["dossier_id"] == who.file:
        return "the file, by her agency" if by_hers else "the file, by others"
    return "other things of her agency" if by_hers or knower.works_at(row["dossier_agency_id"], who) else "elsewhere"


def _centre(knower: Knower, row: Row, who: Someone) -> str:
    return "of the centre"


def _house(knower: Knower, row: Row, who: Someone) -> str:
    return "of the centre" if row["agency_id"] == who.stage.cast.rows["agency"] else "of a partner"


def _question(knower: Knower, row: Row, who: Someone) -> str:
    released = {each["question_id"] for each in knower.rows["figures_release"]}
    how = "shared" if row["shown"] else "to be released" if row["id"] in released else "kept"
    return f"{how}, {_house(knower, row, who)}"


def _withdrawal(knower: Knower, row: Row, who: Someone) -> str:
    release = next(each for each in knower.rows["figures_release"] if each["id"] == row["release_id"])
    return _house(knower, release, who)


NAMES: dict[str, Callable[[Knower, Row, Someone], str]] = {
    "access_agency": lambda knower, row, who: "any",
    "access_appointment": _post,
    "access_invitation": _centre,
    "access_reset": _centre,
    "access_dossier": _file,
    "access_numbering": lambda knower, row, who: "any",
    "access_teamplace": _owned,
    "access_consent": _consent,
    "access_glass": _owned,
    "audit_entry": _entry,
    "casework_identity": _part("identity"),
    "casework_guardian": _part("the file"),
    "casework_relative": _part("the file"),
    "casework_assertion": _part("the file"),
    "casework_arrival": _part("the file"),
    "documents_document": _note,
    "documents_version": _note,
    "casework_contact": _part("contact"),
    "casework_note": _note,
    "casework_hiding": _part("whereabouts"),
    "casework_envelope": _envelope,
    "legal_happened": _part("the file"),
    "intake_report": _part("the file"),
    "intake_letter": _part("the file"),
    "intake_attachment": _part("the file"),
    "intake_decision": _part("the file"),
    "intake_link": _part("the file"),
    "intake_scoring": _part("the file"),
    "intake_mark": _part("the file"),
    "intake_verdict": _verdict,
    "legal_conditions": _part("the file"),
    "legal_watch": _part("the file"),
    "minors_round": _part("the file"),
    "minors_step": _part("the file"),
    "minors_route": _part("the file"),
    "plan_goal": _part("the file"),
    "plan_task": _part("the file"),
    "plan_lead": _part("the file"),
    "plan_handover": _handover,
    "plan_closure": _part("the file"),
    "trafficking_account": _part("the file"),
    "trafficking_event": _part("the file"),
    "trafficking_assessment": _part("the file"),
    "trafficking_safetylevel": _part("the file"),
    "registration_word": _part("the file"),
    "registration_override": _part("the file"),
    "registration_draft": _part("the file"),
    "registration_version": _part("the file"),
    "registration_exchange": _part("the file"),
    "shelter_location": _house,
    "shelter_unit": _house,
    "shelter_place": _house,
    "shelter_closing": _house,
    "shelter_request": _part("the file"),
    "shelter_guest": _part("the file"),
    "shelter_screening": _part("the file"),
    "shelter_stay": _part("the file"),
    "shelter_bed": _part("the file"),
    "shelter_absence": _part("the file"),
    "shelter_onward": _part("the file"),
    "shelter_agreement": _part("the file"),
    "shelter_visit": _part("the file"),
    "shelter_incident": _part("the file"),
    "shelter_line": _part("the file"),
    "shelter_loan": _part("the file"),
    "shelter_school": _part("the file"),
    "shelter_check": _house,
    "shelter_address": _house,
    "shelter_envelope": _house,
    "shelter_duty": _house,
    "shelter_shift": _house,
    "shelter_signature": _house,
    "figures_question": _question,
    "figures_release": _house,
    "figures_withdrawal": _withdrawal,
    "retention_clock": _file,
    "retention_hold": _file,
    "retention_erasure": _file,
    "retention_tombstone": _centre,
}
