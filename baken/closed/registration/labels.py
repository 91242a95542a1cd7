# SPDX-License-Identifier: EUPL-1.2
"""What purposes, words and who spoke them are called on a page."""

from django.utils.translation import gettext_lazy as _

from baken.closed.registration.ages import Party
from baken.closed.registration.rules import Purpose, State, What

PURPOSES = [
    (Purpose.REGISTRATION.value, _("registration with CoMensha")),
    (Purpose.SHELTER.value, _("asking CoMensha for a place")),
]
WHAT = [
    (What.GIVEN.value, _("yes")),
    (What.REFUSED.value, _("no")),
    (What.WITHDRAWN.value, _("taken back")),
]
HERSELF, AUTHORITY, BOTH = Party.HERSELF.value, Party.AUTHORITY.value, "both"
BY = [
    (HERSELF, _("she herself")),
    (AUTHORITY, _("who has authority over her")),
    (BOTH, _("she and who has authority over her")),
]
SIGNED, SPOKEN = "signed", "spoken"
HOW = [(SIGNED, _("on a signed form")), (SPOKEN, _("spoken, before a witness"))]
STATES = {
    State.NOT_ASKED: _("not asked yet"),
    State.PARTLY: _("not everybody who decides has spoken"),
    State.GIVEN: _("yes"),
    State.REFUSED: _("no"),
    State.WITHDRAWN: _("taken back"),
}
ADVISERS = [("lawyer", _("lawyer")), ("fg", _("data protection officer (FG)"))]


def parties(by: str) -> frozenset[Party]:
    """Return who spoke."""
    return frozenset(Party) if by == BOTH else frozenset({Party(by)})
