# SPDX-License-Identifier: EUPL-1.2
"""What was reported and decided, in words that the person reads."""

from django.utils.translation import gettext as _

from baken.closed.intake.labels import DECISIONS
from baken.closed.retention.wording import EMPTY, Copy, Sheet, called, joined, moment


def report(copy: Copy) -> list[Sheet]:
    """Return the sections of a report; a file that is none has none."""
    told = copy["report"]
    said = [{"head": moment(each["at"]), "text": each["words"]} for each in told["said"] if each.get("words")]
    said += [{"head": moment(each["at"]), "text": each["name"]} for each in told["files"]]
    decided = [
        {"head": joined(moment(each["at"]), called(each["decision"], DECISIONS)), "text": each["words"]}
        for each in told["decided"]
    ]
    sections = ((_("What was reported"), said), (_("What was decided"), decided))
    return [{"title": title, "items": items, "nothing": EMPTY} for title, items in sections if items]
