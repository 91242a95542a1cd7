# SPDX-License-Identifier: EUPL-1.2
"""The places of a child's safety and of what was told of the trafficking, for `places`."""

from tests.matrix import told
from tests.matrix.someone import SEEN, SENT, Place, _and_row, _file, _only, _said, _soon

_UNWALKED = "UPDATE minors_round SET ended_by_id = begun_by_id, ended_at = now() WHERE dossier_id = %(file)s"

TELLING: dict[str, Place] = {
    "minor": Place(_file),
    "begin_round": Place(_file, _said(about="children"), SENT, (_UNWALKED,)),
    "code_step": Place(
        lambda who: _only("round", "minors_round")(who) | {"step": "signals"},
        _said(on="2026-02-02", words="verzonnen"), SEEN | SENT,
    ),
    "report_round": Place(_only("round", "minors_round"), _said(on="2026-02-02", at="14:05"), SEEN | SENT),
    "strike_step": Place(_only("step", "minors_step"), done=SENT),
    "kindcheck": Place(_file, _said(outcome="safe", on="2026-02-02"), SEEN | SENT),
    "ask_authority": Place(_file, _said(route="parents", on="2026-02-02", words="verzonnen"), SEEN | SENT),
    "end_route": Place(_only("route", "minors_route"), _said(how="mistaken", on="2026-02-02"), SEEN | SENT),
    "trafficking": Place(_file),
    "write_account": Place(_file, _said(**told.ACCOUNT), SEEN | SENT),
    "correct_account": Place(_and_row("account"), _said(**told.ACCOUNT), SEEN | SENT),
    "strike_account": Place(_and_row("account"), done=SENT),
    "write_event": Place(_file, _said(kind="Transit", on="5-2024", country="NL", place="verzonnen"), SEEN | SENT),
    "strike_event": Place(_and_row("event"), done=SENT),
    "assessments": Place(_file),
    "write_assessment": Place(_file, lambda who: told.assessment(), SEEN | SENT),
    "strike_assessment": Place(_and_row("assessment"), done=SENT),
    "safety": Place(_file, lambda who: told.LEVEL | {"review_on": _soon()}, SEEN | SENT),
    "strike_level": Place(_and_row("level"), done=SENT),
}  # fmt: skip
