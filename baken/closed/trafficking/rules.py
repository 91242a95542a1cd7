# SPDX-License-Identifier: EUPL-1.2
"""What an account of trafficking may say, and what it comes to (pure).

An answer that is there and one that is not are told apart everywhere: what nobody asked is `not_asked`, what was asked
and she does not know is `unknown`, and an empty answer is neither.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from baken.closed.casework.codes import Code, Lists, valid
from baken.closed.casework.person.rules import years_between
from baken.closed.trafficking import partial
from baken.core.provinces import HOME, PROVINCES, Province

NOT_ASKED, UNKNOWN, NONE = "not_asked", "unknown", "none"
OPEN = (NOT_ASKED, UNKNOWN)
OLDEST = 120
EARLIEST = date(1900, 1, 1)
FORCED_LABOUR, SEXUAL = "ForcedLabour", "SexualExploitation"
# Which list of codes each answer is chosen from.
MANY = {
    "forms": "form",
    "sexual": "sexual",
    "recruitment": "recruitment",
    "control": "control",
    "recruitment_platforms": "platform",
    "exploitation_platforms": "platform",
}
# Sectors are asked of each kind by itself: one may be known where another is not.
SECTORED = ("sexual", "labour", "criminal")
ONE = {"industry": "industry", "crossing": "crossing", "relationship": "relationship"}
DATES = ("first_month", "last_month")
# How the standard addresses somebody, by her gender.
SALUTATIONS = {"Feminine": "Ms", "TransgenderFeminine": "Ms", "Masculine": "Mr", "TransgenderMasculine": "Mr"}
Told = Mapping[str, Any]


class Fault(StrEnum):
    """Why an answer cannot stand as it is."""

    CODE = "code"
    MIXED = "mixed"
    ONLY_LABOUR = "only_labour"
    ONLY_SEXUAL = "only_sexual"
    SECTOR = "sector"
    ELSEWHERE = "elsewhere"  # a province, beside another country
    DATE = "date"
    ORDER = "order"
    AGE = "age"
    BOTH = "both"  # what was told, beside that it is not known


def answered(chosen: Iterable[str]) -> list[str]:
    """Return an answer of several codes: what nobody answered was not asked."""
    return list(dict.fromkeys(chosen)) or [NOT_ASKED]


def codes_of(answer: Iterable[str]) -> list[str]:
    """Return the codes of an answer, without what says that there is none."""
    return [each for each in answer if each not in (*OPEN, NONE)]


def faults(told: Told, known: Lists, today: date) -> dict[str, Fault]:
    """Return what is wrong with an account that is written down today, by the name of the answer."""
    found = {**_code_faults(told, known, today), **_place_faults(told, known), **_province_faults(told)}
    found |= {name: Fault.DATE for name in DATES if not is_date(told[name], today)}
    if not found.keys() & set(DATES) and not _in_order(told["first_month"], told["last_month"]):
        found["last_month"] = Fault.ORDER
    return found | ({} if is_age(told["age"]) else {"age": Fault.AGE})


def _code_faults(told: Told, known: Lists, on: date) -> dict[str, Fault]:
    asked = {name: (told[name], valid(known[codes], on)) for name, codes in MANY.items()}
    asked |= {name: ([told[name]], valid(known[codes], on)) for name, codes in ONE.items()}
    rows = valid(known["sector"], on)
    for kind in SECTORED:
        asked[sectors(kind)] = (told["sectors"][kind], [each for each in rows if each.links["kind"] == kind])
    wrong = {name: _fault(answer, allowed) for name, (answer, allowed) in asked.items()}
    return {name: fault for name, fault in wrong.items() if fault}


def _province_faults(told: Told) -> dict[str, Fault]:
    answer = told["exploited_provinces"]
    fault = _fault(answer, PROVINCES.values())
    if not fault and codes_of(answer) and told["exploited_country"] != HOME:
        fault = Fault.ELSEWHERE
    return {"exploited_provinces": fault} if fault else {}


def _fault(answer: Sequence[str], allowed: Iterable[Code | Province]) -> Fault | None:
    if not answer or not set(answer) <= {each.key for each in allowed} | set(OPEN):
        return Fault.CODE
    return Fault.MIXED if is_mixed(answer) else None


def sectors(kind: str) -> str:
    """Return what the answer is called that tells the sectors of a kind."""
    return f"sectors_{kind}"


def _place_faults(told: Told, known: Lists) -> dict[str, Fault]:
    """Return which answers belong to a form of exploitation that was not told."""
    forms, found = told["forms"], {}
    if told["industry"] not in OPEN and FORCED_LABOUR not in forms:
        found["industry"] = Fault.ONLY_LABOUR
    if codes_of(told["sexual"]) and SEXUAL not in forms:
        found["sexual"] = Fault.ONLY_SEXUAL
    misplaced = [each for each in SECTORED if codes_of(told["sectors"][each]) and each not in kinds_of(forms, known)]
    return found | {sectors(each): Fault.SECTOR for each in misplaced}


def is_mixed(chosen: Sequence[str]) -> bool:
    """Return whether an answer says that there is none, and names some."""
    return len(chosen) > 1 and bool({*OPEN, NONE} & set(chosen))


def is_date(told: str, today: date) -> bool:
    """Return whether a year, month or day was told that has begun, or that it is open."""
    return told in OPEN or (partial.is_one(told) and EARLIEST <= partial.first(told) <= today)


def is_age(told: str) -> bool:
    """Return whether an age in years was told, or that it is open."""
    return told in OPEN or (told.isascii() and told.isdigit() and int(told) <= OLDEST)


def _in_order(start: str, end: str) -> bool:
    return start in OPEN or end in OPEN or partial.first(start) <= partial.last(end)


def kinds_of(forms: Iterable[str], known: Lists) -> frozenset[str]:
    """Return which kinds of exploitation forms are of."""
    rows = known["form"]
    return frozenset(rows[each].links["kind"] for each in forms if each in rows and "kind" in rows[each].links)


def groups(forms: Iterable[str], crossing: str, known: Lists, on: date) -> list[Code]:
    """Return in which groups of the Netherlands these forms are reported on a day."""
    kinds, told = kinds_of(forms, known), (None, crossing)
    rows = valid(known["group"], on)
    return [each for each in rows if each.links["kind"] in kinds and each.links.get("crossing") in told]


def lacks_crossing(forms: Iterable[str], crossing: str) -> bool:
    """Return whether a group stays open because it was not told whether a border was crossed."""
    return SEXUAL in forms and crossing in OPEN


def industry_of(industry: str, forms: Iterable[str], labour: Iterable[str], known: Lists) -> str:
    """Return the industry of forced labour: as told, else the one that her sectors stand for, else that it is open."""
    if industry not in OPEN or FORCED_LABOUR not in forms:
        return industry
    rows = known["sector"]
    found = {rows[each].links.get("industry") for each in codes_of(labour)} - {None}
    return found.pop() or industry if len(found) == 1 else industry


def ages(born: date | None, start: str) -> tuple[int, int] | None:
    """Return the fewest and the most years that she had when it began, if both are known."""
    if born is None or start in OPEN or partial.last(start) < born:
        return None
    return max(0, years_between(born, partial.first(start))), years_between(born, partial.last(start))


def together(answers: Iterable[Iterable[str]]) -> list[str]:
    """Return what several answers say together: every code, and that it is open only where none says more."""
    found = list(dict.fromkeys(code for answer in answers for code in answer))
    told = codes_of(found)
    return told or next(([each] for each in (NONE, UNKNOWN) if each in found), [NOT_ASKED])


def standard(answer: Iterable[str], codes: Mapping[str, Code]) -> list[str]:
    """Return an answer in the codes of the standard, each once."""
    found = (codes[each].htcds for each in codes_of(answer) if each in codes)
    return [each for each in dict.fromkeys(found) if each]
