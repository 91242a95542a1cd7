# SPDX-License-Identifier: EUPL-1.2
"""The words of what two dossiers have in common, and of what is said of them."""

from django.utils.translation import gettext_lazy as _

from baken.closed.intake.sameness.rules import Reason

SAME, DIFFERENT, UNDONE = "same", "different", "undone"
VERDICTS = [
    (SAME, _("the same person")),
    (DIFFERENT, _("not the same person")),
    (UNDONE, _("taken back")),
]
REASONS = {
    Reason.NUMBER: _("the same telephone or document number; it may be a reporter's"),
    Reason.NAME: _("the same name, also in another order"),
    Reason.NEAR_NAME: _("nearly the same name"),
    Reason.PART_OF_NAME: _("a part of the name"),
    Reason.BORN: _("the same birth date"),
    Reason.BORN_NEW_YEAR: _("the same birth date, which is 1 January: often that is a guess"),
    Reason.BORN_SWAPPED: _("the same birth date with day and month the other way round"),
    Reason.NATIONALITY: _("the same nationality"),
}
