# SPDX-License-Identifier: EUPL-1.2
"""What is said of somebody's being a victim, and by whom, on a page."""

from django.utils.translation import gettext_lazy as _

from baken.closed.casework.status.rules import ACTUAL, NOT_A_VICTIM, POSSIBLE, By, What

WHAT = [
    (What.SIGNAL.value, _("signal: an indication of trafficking")),
    (What.PRESUMED.value, _("presumed victim")),
    (What.RECOGNISED.value, _("recognised as a victim")),
    (What.NOT_A_VICTIM.value, _("not a victim")),
]
BY = [
    (By.CENTRE.value, _("the centre")),
    (By.POLICE.value, _("police or border police (KMar)")),
    (By.COURT.value, _("prosecutor (OM) or court")),
    (By.SCHADEFONDS.value, _("Violent Offences Compensation Fund")),
    (By.IND.value, _("IND")),
    (By.OTHER.value, _("another")),
]
HTCDS = {
    POSSIBLE: _("possible victim of trafficking"),
    ACTUAL: _("actual victim of trafficking"),
    NOT_A_VICTIM: _("not a victim of trafficking"),
}
