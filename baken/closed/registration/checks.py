# SPDX-License-Identifier: EUPL-1.2
"""What is missing in a sheet, what contradicts itself, and what must never stand in it (pure)."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum

from baken.closed.casework.person.majority import majority
from baken.closed.registration.fields import NOT_ASKED, Answers, Field, kept, state, table, value
from baken.closed.registration.rules import Purpose

_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Za-z]{2}\b")
_HOUSE = re.compile(r"\b\w*(?:straat|laan|weg|plein|kade|gracht|singel|dijk)\s+\d", re.IGNORECASE)
_SHORTEST = 3  # letters of a name that are looked for
# Words of names that are words of any text too.
_PARTICLES = frozenset(
    {"van", "von", "der", "den", "des", "ten", "ter", "het", "bin", "ben", "ibn", "del", "dos", "las"}
)


class Fault(StrEnum):
    """Why a sheet cannot be fixed as it is."""

    MINOR_OF_AGE = "minor_of_age"
    ADULT_WITH_AUTHORITY = "adult_with_authority"
    BORDER = "border"
    SECTOR = "sector"
    BACKWARDS = "backwards"
    TO_COME = "to_come"
    DUTCH_REFLECTION = "dutch_reflection"
    DUTCH_RESIDENCE = "dutch_residence"
    NO_SHELTER = "no_shelter"
    NAME = "name"
    ADDRESS = "address"


def missing(kind: str, answers: Answers) -> list[Field]:
    """Return what should have been asked and was not; what was asked in vain is not missing."""
    return [each for each in table().fields_of(kind) if each.asked and state(answers, each.key) == NOT_ASKED]


def faults(kind: str, answers: Answers, name: str, today: date) -> list[Fault]:
    """Return what contradicts itself or must not stand in what a type of file holds; ``name`` is who she is."""
    told = kept(answers, kind)
    found = _of_age(told, majority(today).years) + [fault for fault, is_so in _CONTRADICTIONS.items() if is_so(told)]
    if _last_month(value(told, "period_to") or value(told, "period_from") or "") > f"{today:%Y-%m}":
        found.append(Fault.TO_COME)
    if Purpose.SHELTER in table().kinds[kind].purposes and value(told, "shelter_wish") == "no":
        found.append(Fault.NO_SHELTER)
    texts = _texts(told)
    found += [Fault.NAME] if any(_names(name, each) for each in texts) else []
    return found + ([Fault.ADDRESS] if any(_POSTCODE.search(each) or _HOUSE.search(each) for each in texts) else [])


def differences(answers: Answers, filed: Answers) -> list[Field]:
    """Return what the file now says otherwise than the sheet."""
    both = [key for key in filed if value(answers, key) is not None]
    return [table().fields[key] for key in both if value(answers, key) != value(filed, key)]


def ages(text: str | None) -> tuple[int, int] | None:
    """Return the fewest and the most years of an age as it is written, or None."""
    found = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", text or "")
    return (int(found[1]), int(found[2] or found[1])) if found else None


def _of_age(told: Answers, majority: int) -> list[Fault]:
    """Return where an age and who has authority over her do not go together."""
    years, guardian = ages(value(told, "age")), value(told, "guardian")
    if years is None or guardian is None:
        return []
    if years[1] < majority:
        return [Fault.MINOR_OF_AGE] if guardian == "adult" else []
    return [Fault.ADULT_WITH_AUTHORITY] if years[0] >= majority and guardian != "adult" else []


def _border(told: Answers) -> bool:
    forms, border = value(told, "forms") or [], value(told, "border")
    if border == "domestic":
        return "sexual_cross_border" in forms
    return border == "cross_border" and forms == ["sexual_domestic"]


def _sector(told: Answers) -> bool:
    groups = {each.key: each.group for each in table().codes("sectors") + table().codes("forms")}
    forms = {groups.get(each) for each in value(told, "forms") or []}
    return bool(forms) and any(groups.get(each) not in forms for each in value(told, "sectors") or [])


def _backwards(told: Answers) -> bool:
    begin, end = value(told, "period_from") or "", value(told, "period_to") or ""
    # As far as both say: a year beside a month of it is no contradiction.
    length = min(len(begin), len(end))
    return begin[:length] > end[:length]


def _dutch_reflection(told: Answers) -> bool:
    dutch = value(told, "nationality") == "NL" or value(told, "residence") == "dutch"
    return dutch and value(told, "reflection") in {"yes", "undecided"}


def _dutch_residence(told: Answers) -> bool:
    return value(told, "nationality") == "NL" and value(told, "residence") not in {None, "dutch"}


_CONTRADICTIONS: dict[Fault, Callable[[Answers], bool]] = {
    Fault.BORDER: _border,
    Fault.SECTOR: _sector,
    Fault.BACKWARDS: _backwards,
    Fault.DUTCH_REFLECTION: _dutch_reflection,
    Fault.DUTCH_RESIDENCE: _dutch_residence,
}


def _last_month(text: str) -> str:
    """Return the first month that a year or a month can mean: 2026 has begun with January."""
    return f"{text}-01" if len(text) == len("2026") else text


def _texts(told: Answers) -> list[str]:
    return [str(value(told, key)) for key in told if table().fields[key].kind == "text" and value(told, key)]


def _names(name: str, text: str) -> bool:
    words: Iterable[str] = set(re.findall(r"\w+", name.casefold())) - _PARTICLES
    said = set(re.findall(r"\w+", text.casefold()))
    return any(len(each) >= _SHORTEST and each in said for each in words)
