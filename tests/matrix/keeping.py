# SPDX-License-Identifier: EUPL-1.2
"""The places of keeping, holding and erasing, for `places`."""

from tests.matrix.someone import SEEN, SENT, Place, _file, _only, _said

_UNHELD = "DELETE FROM retention_hold WHERE dossier_id = %(file)s"
_UNASKED = "DELETE FROM retention_erasure WHERE dossier_id = %(file)s"

KEEPING: dict[str, Place] = {
    "retention": Place(),
    "keeping": Place(_file),
    "hold": Place(_file, _said(reason="inspection", words="verzonnen"), SEEN | SENT),
    "lift": Place(_only("hold", "retention_hold"), done=SENT),
    "copy": Place(_file, _said(language="nl")),
    "erase": Place(_file, _said(reason="request", requested_on="2026-01-05"), SEEN | SENT, (_UNHELD, _UNASKED)),
    "decide_erasure": Place(
        _only("erasure", "retention_erasure"), _said(decision="approve"), SENT, (_UNHELD,)
    ),
}  # fmt: skip
