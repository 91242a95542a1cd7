# SPDX-License-Identifier: EUPL-1.2
"""What happened before the law, as a section of the sheet."""

from django.utils.translation import gettext as _

from baken.closed.legal.labels import event
from baken.closed.retention.copy.sheets.wording import Copy, Sheet, day, rows, standing


def law(copy: Copy) -> Sheet:
    """Return what happened before the law."""
    lines = [(day(each["on"]), event(each["event"])) for each in standing(copy["law"]["events"])]
    return rows(_("What happened before the law"), lines) | {"nothing": _("Nothing is written down.")}
