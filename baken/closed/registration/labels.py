# SPDX-License-Identifier: EUPL-1.2
"""What purposes, words and who spoke them are called on a page."""

from django.utils.translation import gettext_lazy as _

from baken.closed.casework.person.consenting import Party
from baken.closed.registration.checks import Fault
from baken.closed.registration.progress import Reply
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
WAYS = [
    ("portal", _("through CoMensha's own form or portal")),
    ("mail", _("by secure mail")),
    ("telephone", _("by telephone")),
    ("post", _("by post or by hand")),
]
REPLIES = [
    (Reply.RECEIVED.value, _("registered")),
    (Reply.OFFERED.value, _("a place was offered")),
    (Reply.REFUSED.value, _("a place was refused")),
    (Reply.NO_PLACE.value, _("there is no place now")),
    (Reply.ASKS.value, _("they ask for more")),
    (Reply.NOT_SENT.value, _("nothing came back: it was not sent, and what was taken out was thrown away")),
    (Reply.TOLD_REGISTRATION.value, _("we told them that the yes to registration was taken back")),
    (Reply.TOLD_SHELTER.value, _("we told them that the yes to a place was taken back")),
]
FAULTS = {
    Fault.MINOR_OF_AGE: _("She is under age, and her authority is said not to be needed."),
    Fault.ADULT_WITH_AUTHORITY: _("She is of age, and somebody is said to have authority over her."),
    Fault.BORDER: _("The form of exploitation and whether it crossed a border do not go together."),
    Fault.SECTOR: _("A sector belongs to a form of exploitation that was not chosen."),
    Fault.BACKWARDS: _("The exploitation ended before it began."),
    Fault.TO_COME: _("The exploitation has a month that is still to come."),
    Fault.DUTCH_REFLECTION: _("The reflection period is not for who is Dutch."),
    Fault.DUTCH_RESIDENCE: _("Her nationality is Dutch, and her residence is said to be another."),
    Fault.NO_SHELTER: _("She does not want shelter, and this type asks for a place."),
    Fault.NAME: _("Her name stands in a text. The sheet goes under a pseudonym."),
    Fault.ADDRESS: _("An address stands in a text. Leave it out."),
}


def parties(by: str) -> frozenset[Party]:
    """Return who spoke."""
    return frozenset(Party) if by == BOTH else frozenset({Party(by)})
