# SPDX-License-Identifier: EUPL-1.2
"""For each line of `expected.csv`: which address that is for somebody, and what a good form there holds."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import PASSPHRASE
from tests.matrix.ceremonies import CEREMONIES
from tests.matrix.comensha import COMENSHA
from tests.matrix.figuring import FIGURES
from tests.matrix.keeping import KEEPING
from tests.matrix.living import HOUSE
from tests.matrix.someone import SEEN, SENT, Place, Someone, Words, _and_row, _file, _only, _row, _said, _soon
from tests.matrix.telling import TELLING

_ENDED_BY_HER = """
    UPDATE plan_task SET ended_by_id = %(me)s, ended_at = now(), how = 'done'
    WHERE dossier_id = %(file)s AND ended_at IS NULL
"""
_HERS = "UPDATE plan_lead SET user_id = %(me)s WHERE dossier_id = %(file)s AND until IS NULL"
_UNLED = "UPDATE plan_lead SET until = now() WHERE dossier_id = %(file)s AND until IS NULL"
_OFFERED = """
    UPDATE plan_handover SET to_id = %(me)s, offered_by_id = %(lead)s
    WHERE dossier_id = %(file)s AND ended_at IS NULL
"""
_UNOFFERED = """
    UPDATE plan_handover SET ended_by_id = offered_by_id, ended_at = now(), how = 'withdrawn'
    WHERE dossier_id = %(file)s AND ended_at IS NULL
"""
_CLOSED = "UPDATE access_dossier SET closed_at = now() WHERE id = %(file)s"
_WALKED = """
    UPDATE minors_round SET ended_by_id = begun_by_id, ended_at = now() WHERE dossier_id = %(file)s AND ended_at IS NULL
"""
_UNHOUSED = "UPDATE shelter_request SET ended_at = now(), ended_by_id = asked_by_id WHERE dossier_id = %(file)s"


def _and(kind: str) -> Words:
    return lambda who: {"dossier": who.file, kind: who.row(kind)}


def _papers(part: str, *more: str) -> Words:
    """Return a document of a part in the one file, and its version if that is asked for."""
    return lambda who: {
        "dossier": who.file,
        **{name: who.stage.cast.rows[f"{name}.{part}"] for name in ("document", *more)},
    }


def _filed(**words: str) -> Words:
    """Return a form with a file in it, made anew each time: it can be read once."""
    return lambda who: {
        "title": "verzonnen",
        "file": SimpleUploadedFile("verzonnen.txt", b"Verzonnen inhoud."),
        **words,
    }


def _consented(who: Someone) -> dict[str, Any]:
    return {"agency": who.stage.cast.rows["partner"], "parts": ["cover"], "purpose": "treatment", "until": _soon()}


def _open_task(who: Someone) -> dict[str, Any]:
    question = "SELECT id FROM plan_task WHERE dossier_id = %s ORDER BY ended_at NULLS FIRST"
    return {"dossier": who.file, "task": who.stage.known(question, [who.file])[0]["id"]}


def _open_offer(who: Someone) -> dict[str, Any]:
    question = "SELECT id FROM plan_handover WHERE dossier_id = %s ORDER BY ended_at NULLS FIRST"
    return {"dossier": who.file, "handover": who.stage.known(question, [who.file])[0]["id"]}


PLACES: dict[str, Place] = {
    "account_login": Place(done=SEEN | SENT),
    "mfa_authenticate": Place(done=SENT),
    "account_logout": Place(done=SEEN | SENT),
    "account_welcome": Place(_said(word="verzonnen-woord"), done=frozenset({410})),
    "account_second_factor": Place(),
    "account_add_passkey": Place(),
    "account_add_app": Place(),
    "account_remove_factor": Place(_said(key=1)),
    "account_sessions": Place(done=SEEN | SENT),
    "account_change_password": Place(),
    "account_reauthenticate": Place(),
    "today": Place(),
    "files": Place(),
    "search": Place(form=_said(words="kanarie")),
    "open_file": Place(done=SENT),
    "file": Place(_file),
    "identity": Place(_file, _said(name="Verzonnen Voornaam", nationality="verzonnen"), SEEN | SENT),
    "family": Place(_file),
    "add_guardian": Place(_file, _said(kind="nidos", name="Verzonnen Voogd"), SEEN | SENT),
    "guardian": Place(_and_row("guardian"), _said(kind="parent", name="Verzonnen Ouder"), SEEN | SENT),
    "strike_guardian": Place(_and_row("guardian"), done=SENT),
    "add_relative": Place(_file, _said(relation="child", name="Verzonnen Kind"), SEEN | SENT),
    "relative": Place(_and_row("relative"), _said(relation="child", name="Verzonnen Kind"), SEEN | SENT),
    "strike_relative": Place(_and_row("relative"), done=SENT),
    "status": Place(_file, _said(what="presumed", by="police", on="2026-02-02", source="verzonnen"), SEEN | SENT),
    "strike_assertion": Place(_and_row("assertion"), done=SENT),
    "contact": Place(_file, _said(phone="+31 6 0000 0000", safe_ways="verzonnen"), SEEN | SENT),
    "add_note notes": Place(_file, _said(part="notes", text="verzonnen"), SENT),
    "add_note legal": Place(_file, _said(part="legal", text="verzonnen"), SENT),
    "add_note health": Place(_file, _said(part="health", text="verzonnen"), SENT),
    "intake": Place(),
    "take": Place(form=lambda who: {"source": who.stage.waiting}, done=SENT),
    "telephone": Place(form=_said(danger="no", age="adult", words="verzonnen"), done=SEEN | SENT),
    "report": Place(_file),
    "more": Place(_file, done=SENT),
    "answer": Place(_file, _said(text="verzonnen"), SENT),
    "step": Place(_file, lambda who: {"step": "ask", "due": _soon()}, SENT),
    "likenesses": Place(
        _file, lambda who: {"other": who.stage.cast.files["analyst.subject"], "verdict": "same"}, SEEN | SENT
    ),
    "indicators": Place(_file, _said(seen=["ILO-AL-D01"]), SEEN | SENT),
    "decide_report": Place(_file, _said(decision="advise", words="verzonnen"), SEEN | SENT),
    "attachment": Place(lambda who: {**_and_row("attachment")(who), "version": "clean"}),
    "case_reports": Place(_file),
    "conference": Place(
        _file,
        _said(part="notes", happened_on="2026-02-02", present="Verzonnen Deelnemer", decisions="verzonnen"),
        SEEN | SENT,
    ),
    "documents": Place(_file),
    "documents notes": Place(_file, _filed(part="notes"), SENT),
    "documents legal": Place(_file, _filed(part="legal"), SENT),
    "documents health": Place(_file, _filed(part="health"), SENT),
    "document": Place(_papers("notes"), _filed(), SEEN | SENT),
    "document health": Place(_papers("health")),
    "take_out": Place(_papers("notes", "version")),
    "take_out legal": Place(_papers("legal", "version")),
    "strike_document": Place(_papers("notes"), done=SENT),
    "law": Place(_file, _said(event="report_signed", on="2026-02-02"), SEEN | SENT),
    "strike": Place(_and_row("happened"), done=SENT),
    "conditions": Place(_file, _said(dublin="on"), SEEN | SENT),
    "plan": Place(
        _file,
        lambda who: {
            "text": "verzonnen", "owner": who.stage.cast.person("case_manager", "team"), "due_on": _soon(),
            "goal": "", "remind_on": "", "every_weeks": "4",
        },
        SEEN | SENT,
    ),
    "set_goal": Place(_file, _said(area="school", text="verzonnen"), SEEN | SENT),
    "end_goal": Place(
        _only("goal", "plan_goal"), _said(how="reached", ended_on="2026-01-05", words="verzonnen"), SEEN | SENT
    ),
    "finish_task": Place(_open_task, done=SENT),
    "undo_task": Place(_open_task, done=SENT, scene=(_ENDED_BY_HER,)),
    "drop_task": Place(_open_task, _said(reason="verzonnen"), SEEN | SENT),
    "hand_task": Place(_open_task, lambda who: {"owner": who.stage.cast.person("therapist", "team")}, SEEN | SENT),
    "lead": Place(
        _file, lambda who: {"to": who.other("intake"), "words": "verzonnen"}, SEEN | SENT, (_HERS, _UNOFFERED)
    ),
    "take_lead": Place(_file, done=SENT, scene=(_UNLED,)),
    "withdraw_handover": Place(_open_offer, done=SENT, scene=(_HERS,)),
    "handover": Place(
        lambda who: {"handover": _open_offer(who)["handover"]},
        _said(decision="accept", answer="verzonnen"),
        SEEN | SENT,
        (_OFFERED,),
    ),
    "close_file": Place(
        _file,
        _said(outcome="own-life", words="verzonnen", seen="on"),
        SEEN | SENT,
        (_UNOFFERED, _ENDED_BY_HER, _WALKED, _UNHOUSED),
    ),
    "reopen_file": Place(_file, _said(words="verzonnen"), SEEN | SENT, (_CLOSED,)),
    "whereabouts": Place(_file, _said(passphrase=PASSPHRASE)),
    "write_whereabouts": Place(
        _file,
        lambda who: {"text": "verzonnen", "holders": [who.stage.cast.person("case_manager", "team")]},
        SEEN | SENT,
    ),
    "team": Place(_file, lambda who: {"user": who.other("intake")}, SEEN | SENT),
    "end_place": Place(_and("place"), done=SENT),
    "consents": Place(_file, _consented, SEEN | SENT),
    "withdraw": Place(_and("consent"), done=SENT),
    "break_glass": Place(
        form=lambda who: {"number": who.stage.number(who.file), "reason": "Verzonnen nood van de proef"},
        done=SEEN | SENT,
    ),
    "review_glass": Place(lambda who: {"glass": who.row("glass")}, _said(verdict="justified"), SENT),
    "people": Place(form=_said(email="verzonnen.nieuw@example.org", role="intake"), done=SEEN | SENT),
    "decide": Place(_row("invitation", "invitation"), _said(decision="approve")),
    "dismiss": Place(_row("post", "post"), done=SENT),
    "ask_reset": Place(_row("post", "post"), done=SENT),
    "approve_reset": Place(_row("reset", "reset")),
    "switch the centre": Place(_row("agency", "agency"), _said(to="shut"), SENT),
    "switch a partner": Place(_row("agency", "partner"), _said(to="shut"), SENT),
    "switch open again": Place(_row("agency", "agency.shut_out"), _said(to="open"), SENT),
    "log": Place(),
    "file_log": Place(_file),
    "overview": Place(_file),
}  # fmt: skip
PLACES |= CEREMONIES | COMENSHA | FIGURES | HOUSE | KEEPING | TELLING
# These change nothing that is not a session, or only now and then.
QUIET = {name for name in PLACES if name.startswith(("account", "mfa"))} | {
    "search", "whereabouts", "my_vault", "forgotten", "copy", "shelter_waiting", "shelter_door", "shelter_day",
    "report_incident", "location", "figures_report", "figures_own_lists"}  # fmt: skip
