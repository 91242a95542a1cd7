# SPDX-License-Identifier: EUPL-1.2
"""Whether somebody said that she is a victim, what she wants to reach, and how it ended, out of a record (pure)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from baken.closed.casework.status.rules import ACTUAL, NOT_A_VICTIM, POSSIBLE, By, What, can_say
from baken.closed.exchange.taking.rest import Rest

Parts = dict[str, Any]
_WHAT = {POSSIBLE: What.PRESUMED, ACTUAL: What.RECOGNISED, NOT_A_VICTIM: What.NOT_A_VICTIM}
_STATUS, _BY = "vic_TraffickingStatus", "vic_TraffickingStatusDecisionMakingOrg"
# What a government that is no police comes to is not said here: two authorities are, and which it was is not told.
_SPEAKERS = {"Police": By.POLICE, "NGO": By.CENTRE, "CourtOrProsecution": By.COURT, "Other": By.OTHER}
# Of the types of a plan those that have an area of life of their own.
_AREAS = {"Education": "school", "Financial": "income", "Livelihood": "income", "Health": "health", "Legal": "law"}
_HANDED_OVER, _DIED, _OTHER = "handed-over", "died", "other"


class Ending(NamedTuple):
    """How a file ended: the code of it, and the words."""

    outcome: str
    words: str


def assertion(rest: Rest) -> Parts | None:
    """Return who said it, as `write_assertion` takes it but for its day and source; None where nobody did."""
    what, told = _WHAT.get(rest.text(_STATUS)), rest.text(_BY)
    if what is None:
        return None
    by = _SPEAKERS.get(told, By.OTHER)
    rest.take(_STATUS)
    if not can_say(by, what):
        return {"what": what, "by": By.OTHER}
    if told in _SPEAKERS:
        rest.take(_BY)
    return {"what": what, "by": by}


def ending(rest: Rest, outcomes: Mapping[str, str]) -> Ending | None:
    """Return how it ended, by what each outcome is called in English; None for a file that goes on."""
    status, reason = rest.text("cas_Status"), rest.text("cas_ReasonForCaseClosure")
    if status == "Active":
        rest.take("cas_Status")
    if not status.startswith("Closed"):
        return None
    found = next((each for name, each in outcomes.items() if reason == name or reason.startswith(f"{name}: ")), "")
    name = next((name for name, each in outcomes.items() if each == found), "")
    words = reason.removeprefix(name).removeprefix(": ") if found else reason
    handed = status == "ClosedReferred"
    outcome = found if found and (found == _HANDED_OVER) == handed else _unnamed(rest, handed=handed)
    rest.take("cas_Status", "cas_ReasonForCaseClosure")
    return Ending(outcome, words if outcome == found else reason)


def _unnamed(rest: Rest, *, handed: bool) -> str:
    if handed:
        return _HANDED_OVER
    if rest.text("prs_Deceased") == "true":
        rest.take("prs_Deceased")
        return _DIED
    return _OTHER


def goal(rest: Rest) -> Parts | None:
    """Return what she wants to reach, as `set_goal` takes it; None without an area of life that is ours."""
    area, text = _AREAS.get(rest.text("spl_Type"), ""), rest.text("spl_Objectives")
    if not area or not text:
        return None
    rest.take("spl_Type", "spl_Objectives")
    return {"area": area, "text": text}


def task(rest: Rest, today: date) -> Parts | None:
    """Return what is done for it, as `add_task` takes it but for who does it; None without a day still to come."""
    text, day = rest.text("spl_ActionPlan"), rest.text("spl_PlannedEndDate")
    if not text or not day or date.fromisoformat(day) < today:
        return None
    rest.take("spl_ActionPlan", "spl_PlannedEndDate")
    return {"text": text, "due_on": date.fromisoformat(day)}
