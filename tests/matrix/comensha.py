# SPDX-License-Identifier: EUPL-1.2
"""The places of what goes to CoMensha, for `places`."""

import datetime
from typing import Any

from tests.matrix.someone import SEEN, SENT, Place, Someone, Words, _file, _only, _said

_WORDLESS = "DELETE FROM registration_word WHERE dossier_id = %(file)s"
# Every text of the cast has a word of her name in it, which stops a sheet.
_NAMELESS = "DELETE FROM casework_identity WHERE dossier_id = %(file)s"
_UNOVERRIDDEN = "DELETE FROM registration_override WHERE dossier_id = %(file)s"


def _stamped(**words: Any) -> Words:
    """Return a form that was made from the sheet as it is now."""
    question = "SELECT changed_at FROM registration_draft WHERE dossier_id = %s"

    def form(who: Someone) -> dict[str, Any]:
        found = who.stage.known(question, [who.file])
        return {"stamp": found[0]["changed_at"].astimezone(datetime.UTC).isoformat() if found else "", **words}

    return form


COMENSHA: dict[str, Place] = {
    "registration": Place(_file),
    "word": Place(
        _file,
        _said(purpose="shelter", what="given", on="2026-02-02", by="both", how="signed", words="verzonnen"),
        SEEN | SENT,
    ),
    "strike_word": Place(_only("word", "registration_word"), done=SENT),
    "override": Place(_file),
    "ask_override": Place(
        _file,
        _said(adviser="fg", name="Verzonnen Adviseur", advised_on="2026-02-02", reason="verzonnen"),
        SEEN | SENT,
        (_WORDLESS, _UNOVERRIDDEN),
    ),
    "decide_override": Place(_only("override", "registration_override"), _said(decision="approve"), SENT),
    "sheet_type": Place(_file, _said(kind="registration_shelter"), SEEN | SENT),
    "sheet": Place(_file, _stamped(place="verzonnen"), SEEN | SENT),
    "check_sheet": Place(_file, _stamped(seen="on"), SEEN | SENT, (_NAMELESS,)),
    "take_sheet": Place(_only("version", "registration_version"), _said(form="json")),
    "send_sheet": Place(
        _only("version", "registration_version"),
        lambda who: {"on": datetime.date.today().isoformat(), "what": "mail", "to": "CoMensha"},
        SEEN | SENT,
    ),
    "answer_sheet": Place(
        _only("version", "registration_version"),
        lambda who: {"on": datetime.date.today().isoformat(), "what": "received"},
        SEEN | SENT,
    ),
    "strike_exchange": Place(_only("exchange", "registration_exchange"), done=SENT),
}
