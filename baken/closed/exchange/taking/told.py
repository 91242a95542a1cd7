# SPDX-License-Identifier: EUPL-1.2
"""What was done to her and what makes her vulnerable, out of a record, in the codes of a file (pure).

A code of the standard that several of ours stand for is not guessed at: it stays in words.
"""

from datetime import date
from typing import Any

from baken.closed.casework.codes import valid
from baken.closed.casework.person import nations
from baken.closed.exchange.taking.rest import Rest
from baken.closed.trafficking import rules
from baken.closed.trafficking.lists import of
from baken.closed.trafficking.rules import FORCED_LABOUR, NOT_ASKED, SECTORED, SEXUAL, UNKNOWN
from baken.closed.trafficking.screening import YES

Parts = dict[str, Any]
_MANY = {
    "vic_TypeOfExploitation": "forms", "vic_MethodOfRecruitment": "recruitment", "vic_MethodsOfControl": "control",
    "vic_RecruitmentWebsitesAndApps": "recruitment_platforms",
    "vic_ExploitationWebsitesAndApps": "exploitation_platforms",
}  # fmt: skip
_OF_ONE_FORM = ("vic_TypeOfSexExploitation", "vic_ForcedLabourIndustry")
_ONE = ("vic_RelationshipToTrafficker", "vic_AgeWhenTrafficked")
_PLACES = ("vic_LocationOfRecruitment", "vic_LocationOfExploitation")
# Where it is told apart from what nobody asked that she does not know.
ANSWERED = (*_MANY, *_OF_ONE_FORM, *_ONE, *_PLACES)
_EVENT = ("hte_Type", "hte_Date", "hte_Country", "hte_City", "hte_Description")


def account(rest: Rest, today: date) -> Parts | None:
    """Return what another organisation tells of it, as `write_account` takes it; None where it tells nothing."""
    if not rest.has(*ANSWERED):
        return None
    found: Parts = {"teller": "organisation", "told_on": today, "crossing": NOT_ASKED, "words": ""}
    found |= {"first_month": NOT_ASKED, "last_month": NOT_ASKED, "sectors": {each: [NOT_ASKED] for each in SECTORED}}
    found |= {ours: _many(rest, theirs, rules.MANY[ours], today) for theirs, ours in _MANY.items()}
    forms = found["forms"]
    found["sexual"] = _many(rest, _OF_ONE_FORM[0], "sexual", today) if SEXUAL in forms else [NOT_ASKED]
    found["industry"] = _one(rest, _OF_ONE_FORM[1], "industry", today) if FORCED_LABOUR in forms else NOT_ASKED
    found["relationship"] = _one(rest, "vic_RelationshipToTrafficker", "relationship", today)
    found["age"] = _age(rest)
    found["recruited_country"], found["recruited_place"] = _place(rest, _PLACES[0])
    found["exploited_country"], found["exploited_places"] = _place(rest, _PLACES[1])
    found["exploited_provinces"] = [NOT_ASKED]  # the standard knows none
    return found


def _many(rest: Rest, name: str, codes: str, today: date) -> list[str]:
    """Return an answer of several codes; those that have none here are left."""
    if not rest.has(name):
        return [NOT_ASKED]
    told = rest.codes(name)
    ours = {each: _ours(each, codes, today) for each in told}
    rest.leave(name, [each for each in told if not ours[each]])
    return list(dict.fromkeys(filter(None, ours.values()))) or [NOT_ASKED if told else UNKNOWN]


def _one(rest: Rest, name: str, codes: str, today: date) -> str:
    if not rest.has(name):
        return NOT_ASKED
    told = rest.text(name)
    ours = _ours(told, codes, today)
    if ours or not told:
        rest.take(name)
    return ours or (NOT_ASKED if told else UNKNOWN)


def _ours(code: str, codes: str, today: date) -> str:
    """Return which code of a list stands for one of the standard; nothing where that would be a guess."""
    found = [each.key for each in valid(of(codes), today) if each.htcds == code]
    return code if code in found else (found[0] if len(found) == 1 else "")


def _age(rest: Rest) -> str:
    told = rest.text("vic_AgeWhenTrafficked")
    if not rest.has("vic_AgeWhenTrafficked") or (told and not rules.is_age(told)):
        return NOT_ASKED
    rest.take("vic_AgeWhenTrafficked")
    return told or UNKNOWN


def _place(rest: Rest, name: str) -> tuple[str, str]:
    """Return a country and a place: what ends in a country's code as ours do, else all of it for a place."""
    if not rest.has(name):
        return NOT_ASKED, ""
    told = rest.text(name)
    place, _comma, code = told.rpartition(", ")
    if len(told.splitlines()) > 1:  # several places here
        return NOT_ASKED, ""
    rest.take(name)
    if code in nations.names("en"):
        return code, place
    return (NOT_ASKED if told else UNKNOWN), told


def event(rest: Rest, today: date) -> Parts | None:
    """Return what happened, as `write_event` takes it; None where its kind was not told."""
    if not rest.text("hte_Type"):
        return None
    on, country = rest.text("hte_Date"), nations.code_of(rest.text("hte_Country"))
    fits = {"hte_Date": bool(on) and rules.is_date(on, today), "hte_Country": country is not None}
    made = {
        "kind": rest.text("hte_Type"),
        "on": on if fits["hte_Date"] else NOT_ASKED,
        "country": country or NOT_ASKED,
        "place": rest.text("hte_City"),
        "words": rest.text("hte_Description"),
    }
    rest.take(*(each for each in _EVENT if fits.get(each, True) or not rest.text(each)))
    return made


def assessment(rest: Rest, today: date) -> Parts | None:
    """Return what makes her vulnerable, as `write_assessment` takes it; None where no factor of ours is among it."""
    told, words = rest.codes("vic_Vulnerabilities"), rest.text("vic_DetailsOfVulnerabilities")
    ours = {each: _ours(each, "factor", today) for each in told}
    rest.leave("vic_Vulnerabilities", [each for each in told if not ours[each]])
    found = {each for each in ours.values() if each}
    if not found and not words:
        return None
    rest.take("vic_DetailsOfVulnerabilities")
    factors = {each: YES if each in found else NOT_ASKED for each in of("factor")}
    return {"on": today, "factors": factors, "words": words}
