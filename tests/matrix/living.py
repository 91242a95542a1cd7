# SPDX-License-Identifier: EUPL-1.2
"""The places of daily life in the house, for `places`."""

from tests.matrix.housed import _of_hers, day
from tests.matrix.places import SEEN, SENT, Place, _file, _said

_ALLOWED = """
    UPDATE shelter_visit SET allowed = true, decided_at = now(), decided_by_id = written_by_id
    WHERE dossier_id = %(file)s
"""
_INSIDE = "UPDATE shelter_visit SET in_at = now() WHERE dossier_id = %(file)s"

LIVING: dict[str, Place] = {
    "shelter_day": Place(),
    "house_rules": Place(),
    "living": Place(_file),
    "agree": Place(_file, lambda who: {"kind": "post", "agreed": "yes", "from_on": day(0)}, SEEN | SENT),
    "end_agreement": Place(_of_hers("agreement"), _said(ending="verzonnen"), SEEN | SENT),
    "expect": Place(_file, lambda who: {"who": "Verzonnen Broer", "expected_at": f"{day(0)}T10:00"}, SEEN | SENT),
    "decide_visit": Place(_of_hers("visit"), _said(allowed="no", why="verzonnen"), SEEN | SENT),
    "visitor_in": Place(_of_hers("visit"), done=SENT, scene=(_ALLOWED,)),
    "visitor_out": Place(_of_hers("visit"), done=SENT, scene=(_ALLOWED, _INSIDE)),
}
