# SPDX-License-Identifier: EUPL-1.2
"""What was reported and decided, in words that the person reads."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.closed.intake.labels import DECISIONS
from baken.closed.intake.scoring.labels import ANSWERS
from baken.closed.intake.scoring.rules import Answer, assess
from baken.closed.retention.copy.sheets.wording import EMPTY, Copy, Sheet, called, joined, moment


def report(copy: Copy) -> list[Sheet]:
    """Return the sections of a report; a file that is none has none."""
    told = copy["report"]
    said = [{"head": moment(each["at"]), "text": each["words"]} for each in told["said"] if each.get("words")]
    said += [{"head": moment(each["at"]), "text": each["name"]} for each in told["files"]]
    decided = [
        {"head": joined(moment(each["at"]), called(each["decision"], DECISIONS)), "text": each["words"]}
        for each in told["decided"]
    ]
    recognised = [{"head": moment(each["at"]), "text": _recognised(each)} for each in told["recognised"]]
    sections = (
        (_("What was reported"), said),
        (_("What a worker recognised in it"), recognised),
        (_("What was decided"), decided),
    )
    return [{"title": title, "items": items, "nothing": EMPTY} for title, items in sections if items]


def _recognised(told: Copy) -> str:
    """Return what was ticked, in the reader's language, and what was answered to it; a rule decides nothing."""
    made = assess(told["seen"], told["age"])
    language = "en" if get_language() == "en" else "nl"
    words = [getattr(each, language) for each in made.seen]
    return "\n".join((*words, *made.unknown, str(ANSWERS[Answer(told["answer"])])))
