# SPDX-License-Identifier: EUPL-1.2
"""The places of passphrases and keepers, for `places`."""

from uuid import UUID

from tests.cast import PASSPHRASE
from tests.matrix.someone import SEEN, SENT, Place, Someone, _row, _said

_NEW = "nog een verzonnen wachtzin voor hier"
CHOSEN = {"new": _NEW, "again": _NEW}


def _keepers(who: Someone) -> list[UUID]:
    return [who.stage.cast.person(role, "same") for role in ("manager", "privacy_officer")]


CEREMONIES: dict[str, Place] = {
    "my_vault": Place(form=lambda who: {"old": PASSPHRASE, **CHOSEN, "keepers": _keepers(who)}, done=SEEN | SENT),
    "forgotten": Place(form=_said(**CHOSEN), done=SEEN | SENT),
    "finish": Place(form=_said(passphrase=PASSPHRASE), done=SENT),
    "withdraw_renewal": Place(done=SENT),
    "keeper": Place(form=_said(**CHOSEN), done=SEEN | SENT),
    "pass_on": Place(_row("renewal", "renewal"), _said(passphrase=PASSPHRASE), SEEN | SENT),
}  # fmt: skip
