# SPDX-License-Identifier: EUPL-1.2
"""What was written down of her, as a section of the sheet."""

from django.utils.translation import gettext as _

from baken.closed.access.labels import PARTS
from baken.closed.casework.models import KINDS
from baken.closed.retention.copy.sheets.wording import Copy, Sheet, called, day, joined, rows, worker


def notes(copy: Copy) -> Sheet:
    """Return every note, with the role of who wrote it."""
    names = dict(PARTS)
    items = [
        {
            "head": joined(
                day(each["on"]), called(each["kind"], KINDS), str(names[each["part"]]), worker(each["roles"])
            ),
            "text": _text(each),
        }
        for each in copy["notes"]
    ]
    return {"title": _("Notes"), "items": items, "nothing": _("There are no notes.")}


def _text(told: Copy) -> str:
    if not told["decided"]:
        return str(told["text"])
    return "{}: {}\n{}".format(_("What was decided"), told["decided"], told["text"])


def arrival(copy: Copy) -> list[Sheet]:
    """Return what came with her from another system, if she came from one, by the standard's names."""
    came = copy["arrival"]
    if not came:
        return []
    told = [(name, "; ".join(values)) for name, values in came["told"].items()]
    return [rows(_("What came from another system"), [(_("Taken over on"), day(came["on"])), *told])]
