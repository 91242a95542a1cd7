# SPDX-License-Identifier: EUPL-1.2
"""The places of figures, for `places`."""

import datetime

from baken.closed.figures.hidden.own.kinds import kinds
from tests.matrix.someone import SEEN, SENT, Place, Words, _row, _said


def _asked() -> dict[str, object]:
    day = datetime.date.today().isoformat()
    return {"dimensions": ["sex"], "first": "2026-01-01", "last": day, "only": "", "keep": "", "title_nl": "verzonnen"}


def _standard(who: object) -> dict[str, object]:
    return {"standard": "sdg", "year": str(datetime.date.today().year), "keep": ""}


_SHARED, _KEPT = _row("question", "question"), _row("question", "question.kept")
_METHOD: Words = _said(method_nl="verzonnen", method_en="made up")

LISTS = {
    "histories": "a,b,c,count\n1,0,0,40\n0,1,0,30\n0,0,1,20\n1,1,0,9\n1,0,1,8\n0,1,1,7\n1,1,1,3\n",
    "first": "2026-01-01", "last": "2026-06-30", "title_nl": "verzonnen", "title_en": "made up", "ask": "",
    "definition_nl": "verzonnen", "definition_en": "made up", "method_nl": "verzonnen", "method_en": "made up",
}  # fmt: skip

# Which kinds of source are on which list.
OWN = {"first": "2026-01-01", "last": "2026-06-30"} | {kind: str(number % 3) for number, kind in enumerate(kinds())}

FIGURES: dict[str, Place] = {
    "figures": Place(),
    "figures_report": Place(form=_said(year="2026", language="nl")),
    "figures_count": Place(_said(unit="cases"), lambda who: {**_asked(), "title_en": "made up"}, SEEN | SENT),
    "figures_standards": Place(form=_standard, done=SEEN | SENT),
    "figures_estimate": Place(form=_said(**LISTS), done=SEEN | SENT),
    "figures_own_lists": Place(form=_said(**OWN)),
    "figures_question shared": Place(_SHARED),
    "figures_question kept": Place(_KEPT),
    "figures_file": Place(lambda who: {**_SHARED(who), "ending": "csv"}),
    "figures_share": Place(_KEPT, done=SENT),
    "figures_put_away": Place(_KEPT, done=SENT),
    "figures_ask": Place(_KEPT, _METHOD, SEEN | SENT),
    "figures_release": Place(_row("release", "release")),
    "figures_decide": Place(_row("release", "release"), _said(decision="decline"), SENT),
    "figures_withdraw": Place(_row("release", "release.out"), _said(why="verzonnen"), SENT),
}
