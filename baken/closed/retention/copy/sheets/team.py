# SPDX-License-Identifier: EUPL-1.2
"""Who worked with her and who may read her file, as sections of the sheet."""

from django.utils.translation import gettext as _

from baken.closed.access.labels import PARTS, PURPOSES
from baken.closed.retention.copy.sheets.wording import Copy, Sheet, day, joined, named, rows, span, worker


def team(copy: Copy) -> Sheet:
    """Return by role who worked with her."""
    lines = [(worker(each["roles"]), span(each["since"], each["until"])) for each in copy["team"]]
    return rows(_("Who worked with you"), lines)


def consents(copy: Copy) -> Sheet:
    """Return who may read it because she agreed."""
    lines = [(each["agency"], _consent(each)) for each in copy["consents"]]
    return rows(_("Who may read it because you agreed"), lines) | {"nothing": _("Nobody.")}


def _consent(told: Copy) -> str:
    parts, purpose = named(told["parts"], PARTS), named([told["purpose"]], PURPOSES)
    back = [_("You took it back on %(day)s") % {"day": day(told["withdrawn_at"])}] if told["withdrawn_at"] else []
    return joined(parts, purpose, span(told["since"], told["until"]), *back)
