# SPDX-License-Identifier: EUPL-1.2
"""Records and people for tests of the exchange: a file that has much in it, its record, and who brings records in."""

import datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.cache import cache

from baken.accounts.actions import add_app
from baken.accounts.models import User
from baken.accounts.tests.people import SECRET, code
from baken.closed.access.context import working_as
from baken.closed.casework import actions as casework
from baken.closed.casework.status.actions import write_assertion
from baken.closed.casework.status.rules import By, What
from baken.closed.exchange import actions
from baken.closed.exchange.given import outcomes
from baken.closed.exchange.known import files_with
from baken.closed.exchange.reads import Handed, hand_over
from baken.closed.exchange.taking.cases import case
from baken.closed.intake import actions as intake
from baken.closed.trafficking import actions as trafficking
from baken.closed.trafficking.lists import of
from baken.core.clock import today
from baken.standards.htcds.records import Record, whole

CALL = {
    "who": "professional", "organisation": "Verzonnen school", "name": "Verzonnen Melder", "words": "Verzonnen verhaal",
}  # fmt: skip
_OPEN = "not_asked"
_TOLD: dict[str, Any] = {
    "teller": "self", "forms": ["ForcedLabour", "SexualExploitation"], "crossing": "cross_border",
    "industry": "F_Construction", "sectors": {"sexual": [_OPEN], "labour": [_OPEN], "criminal": [_OPEN]},
    "sexual": ["Prostitution"], "recruitment": ["AtWork"], "recruitment_platforms": [_OPEN], "recruited_country": "NG",
    "recruited_place": "Verzonnenstad", "relationship": "Acquainted", "first_month": "2025", "last_month": "unknown",
    "age": "17", "exploited_country": "NL", "exploited_provinces": [_OPEN],
    "exploited_places": "Verzonnendam\nVerzonnenburg", "control": ["DebtBondage", "PhysicalAbuse"],
    "exploitation_platforms": [_OPEN], "words": "",
}  # fmt: skip


def full_file(by: UUID) -> UUID:
    """Open a file from a report and write down much in it, as somebody who does intake at the centre."""
    with working_as(by):
        report = intake.record_call(content=CALL)
        file = intake.open_case(dossier=report.dossier_id, words="Verzonnen reden").pk
        who: dict[str, Any] = {"name": "Verzonnen Persoon", "gender": "Feminine", "born": datetime.date(2001, 2, 3)}
        casework.write_identity(dossier=file, nationality="Nigeria", other_nationalities=["BE"], **who)
        reached = {"phone": "06 0000 0001", "email": "verzonnen@example.org", "post_city": "Verzonnendam"}
        casework.write_contact(dossier=file, safe_ways="Alleen na tienen\nnooit thuis", post_country="NL", **reached)
        write_assertion(dossier=file, what=What.RECOGNISED, by=By.POLICE, on=today())
        trafficking.write_account(dossier=file, told_on=today(), **_TOLD)
        trafficking.write_account(dossier=file, told_on=today(), **_TOLD | {"exploited_country": "BE"})
        factors = {key: "yes" if key in {"stay", "debts"} else "no" for key in of("factor")}
        trafficking.write_assessment(dossier=file, on=today(), factors=factors, words="Verzonnen kwetsbaarheid")
    return file


def handed(by: UUID, agency: UUID) -> Handed:
    """Return what somebody hands over of an agency's files."""
    with working_as(by):
        return hand_over(agency=agency, suffix=".csv", since=None, until=None, sealed=True)


def record_of(file: UUID, found: Handed) -> Record:
    """Return the record of one file among those that were handed over."""
    return dict(zip((each.pk for each in found.files), found.records, strict=True))[file]


def bring(by: UUID, agency: UUID, told: Record, **which: Any) -> UUID:
    """Open a file from a record, as somebody."""
    record = whole(told)
    made = case(record, outcomes(), today())
    with working_as(by):
        which = {"batch": uuid4(), "number": 2} | which
        return actions.bring(agency=agency, record=record, case=made, **which).dossier


def shared(by: UUID, agency: UUID, told: Record) -> dict[str, str]:
    """Return in which files somebody's numbers stand, as who would bring her in hears it."""
    made = case(whole(told), outcomes(), today())
    with working_as(by):
        return files_with(agency, made)


def with_app(person: UUID) -> None:
    """Give somebody an app that shows codes."""
    add_app(user=User.objects.get(pk=person), secret=SECRET)


def fresh_code() -> str:
    """Return the code of this moment, as if nobody had used it yet."""
    cache.clear()
    return f"{code()}\n"
