# SPDX-License-Identifier: EUPL-1.2
"""One record as one file: its parts, what stands in words, what is left out by rule, and why it is refused (pure)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from baken.closed.casework.arriving.rules import WHO_SENT
from baken.closed.exchange.fitting import COMMENT
from baken.closed.exchange.taking import comments, course, person, told
from baken.closed.exchange.taking.course import Ending
from baken.closed.exchange.taking.rest import Rest
from baken.closed.trafficking.rules import EARLIEST
from baken.closed.trafficking.standard import homes
from baken.standards.htcds.reading import Refusal
from baken.standards.htcds.records import Record

# What is kept of nobody: where she is to be found on a map or at an address, and what points to a trafficker.
LEFT_OUT = (
    "prs_MailingLongitude", "prs_MailingLatitude", "hte_Longitude", "hte_Latitude", "hte_State", "hte_Street",
    "hte_PostalCode", "per_RoleInProcess", "per_RoleDetails", "per_Organisation",
)  # fmt: skip
# What a page shows on one line, and of how many characters at most.
ONE_LINE = (
    "prs_FirstName", "prs_MiddleName", "prs_SecondName", "prs_IdentityNumber", "prs_Email", "prs_MailingStreet",
    "prs_MailingPostalCode", "prs_MailingCity", "prs_MailingState", "vic_LocationOfRecruitment",
    "vic_LocationOfExploitation", "hte_City",
)  # fmt: skip
LONGEST_LINE = 200
Parts = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """What a file is made of, each part as its action takes it; in words what has no part, by field; and left out."""

    identity: Parts | None
    contact: Parts | None
    assertion: Parts | None
    account: Parts | None
    event: Parts | None
    assessment: Parts | None
    goal: Parts | None
    task: Parts | None
    ending: Ending | None
    kept: dict[str, list[str]] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)  # in words too: who sent her on
    left: list[str] = field(default_factory=list)


def case(record: Record, outcomes: Mapping[str, str], today: date) -> Case:
    """Return a record as a file; outcomes are codes by what they are called in English."""
    rest, comment = Rest(record), comments.taken_apart(str(record.get(COMMENT) or ""))
    rest.take(COMMENT)
    ended = course.ending(rest, outcomes)
    parts: Parts = {
        "identity": person.identity(rest), "contact": person.contact(rest, comment.safe_ways),
        "assertion": course.assertion(rest), "account": told.account(rest, today), "event": told.event(rest, today),
        "assessment": told.assessment(rest, today), "goal": course.goal(rest),
        "task": None if ended else course.task(rest, today), "ending": ended,
    }  # fmt: skip
    left = [name for name in LEFT_OUT if rest.has(name)]
    rest.take(*left)
    kept = {name: _listed(value) for name, value in rest.values.items() if value}
    words = [*_lines(kept), *_unanswered(record), *([f"{COMMENT}: {comment.words}"] if comment.words else [])]
    words += _lines(comment.beside)
    for name, values in comment.beside.items():
        kept[name] = list(dict.fromkeys([*kept.get(name, []), *values]))
    return Case(**parts, kept=kept, words=words, sent=_senders(kept), left=left)


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _lines(kept: Mapping[str, list[str]]) -> Iterator[str]:
    yield from (f"{name}: {'; '.join(values)}" for name, values in kept.items() if name not in WHO_SENT)


def _senders(kept: Mapping[str, list[str]]) -> list[str]:
    return [f"{name}: {'; '.join(kept[name])}" for name in WHO_SENT if name in kept]


def _unanswered(record: Record) -> list[str]:
    """Return which fields were asked and have no answer: there is no place for that but in an account."""
    elsewhere = (*told.ANSWERED, *LEFT_OUT)
    names = [name for name, value in record.items() if value is not None and not value and name not in elsewhere]
    return [f"asked, without an answer: {', '.join(names)}"] if names else []


def faults(row: int, record: Record, today: date) -> list[Refusal]:
    """Return why a record that keeps to the standard is no file here."""
    return [*_unborn(row, str(record.get("prs_Birthdate") or ""), today), *_overlong(row, record)]


def _unborn(row: int, born: str, today: date) -> Iterator[Refusal]:
    if born and not EARLIEST <= date.fromisoformat(born) <= today:
        yield Refusal(row, "prs_Birthdate", "no such day of birth", f"a day from {EARLIEST} on that is not to come")


def _overlong(row: int, record: Record) -> Iterator[Refusal]:
    for name in ONE_LINE:
        if len(record.get(name) or "") > LONGEST_LINE:
            yield Refusal(row, name, "too long for one line", f"at most {LONGEST_LINE} characters")


def why_left(name: str) -> str:
    """Return why a field is left out, as the table of the standard has it."""
    return homes()[name].why
