# SPDX-License-Identifier: EUPL-1.2
"""What was planned, who had the next step, and when the file was closed, in words that the person reads."""

from django.utils.translation import gettext as _

from baken.closed.plan.labels import ANSWERS, AREAS, CLOSURES, GOAL_ENDINGS, OUTCOMES, TASK_ENDINGS
from baken.closed.retention.copy.sheets.wording import (
    EMPTY,
    Copy,
    Sheet,
    day,
    joined,
    named,
    rows,
    span,
    together,
    worker,
)


def plan(copy: Copy) -> list[Sheet]:
    """Return the sections of goals, tasks, the next step, handovers and closings."""
    return [_goals(copy), _tasks(copy), _leads(copy), _handovers(copy), _closures(copy)]


def _goals(copy: Copy) -> Sheet:
    items = []
    for each in copy["plan"]["goals"]:
        ended = [named([each["how"]], GOAL_ENDINGS), day(each["ended_on"])] if each["how"] else []
        head = joined(named([each["area"]], AREAS), day(each["set_at"]), *ended)
        items.append({"head": head, "text": together(each["goal"], each["words"])})
    return {"title": _("What you want to reach"), "items": items, "nothing": _("Nothing is written down.")}


def _tasks(copy: Copy) -> Sheet:
    items = []
    for each in copy["plan"]["tasks"]:
        ended = [named([each["how"]], TASK_ENDINGS), day(each["ended_at"])] if each["how"] else []
        head = joined(_("due on %(day)s") % {"day": day(each["due_on"])}, worker(each["roles"]), *ended)
        items.append({"head": head, "text": together(each["task"], each["reason"])})
    return {"title": _("What we do"), "items": items, "nothing": _("Nothing is written down.")}


def _leads(copy: Copy) -> Sheet:
    lines = [(worker(each["roles"]), span(each["since"], each["until"])) for each in copy["next_step"]["leads"]]
    return rows(_("Who took the next step"), lines) | {"nothing": _("Who opened your file.")}


def _handovers(copy: Copy) -> Sheet:
    items = []
    for each in copy["next_step"]["handovers"]:
        how = named([each["how"]], ANSWERS) if each["how"] else _("not answered yet")
        items.append({"head": joined(day(each["offered_at"]), how), "text": together(each["words"], each["answer"])})
    return {"title": _("When your file was offered to another worker"), "items": items, "nothing": EMPTY}


def _closures(copy: Copy) -> Sheet:
    items = []
    for each in copy["closures"]:
        ended = [named([each["outcome"]], OUTCOMES)] if each["outcome"] else []
        head = joined(day(each["at"]), named([each["kind"]], CLOSURES), *ended)
        items.append({"head": head, "text": each["words"]})
    return {"title": _("When your file was closed or opened again"), "items": items, "nothing": EMPTY}
