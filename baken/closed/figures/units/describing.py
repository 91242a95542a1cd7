# SPDX-License-Identifier: EUPL-1.2
"""A file as statistics of others see it: the codes of the case data standard, and our own where they tell more."""

from collections.abc import Sequence
from datetime import date

from baken.closed.casework.models import Identity
from baken.closed.casework.person import countries
from baken.closed.casework.person.reads import age_of
from baken.closed.casework.person.rules import oldest, youngest
from baken.closed.casework.status import rules as status
from baken.closed.figures.counting import coding
from baken.closed.figures.counting.standards import Years
from baken.closed.trafficking.models import Account
from baken.closed.trafficking.rules import together
from baken.standards.htcds.records import Value
from baken.standards.victims import Victim, victim


def victim_of(person: Identity | None, accounts: Sequence[Account], said: status.Said | None, on: date) -> Victim:
    """Return a file as it is registered on a day, by whoever said the word on her being a victim that counts."""
    record: dict[str, Value] = {
        "prs_Gender": person.gender if person else "",
        "prs_Citizenship": _nations(person),
        "vic_TraffickingStatus": status.HTCDS_STATUS[said.what] if said else "",
        "vic_TraffickingStatusDecisionMakingOrg": status.HTCDS_DECIDED_BY[said.by] if said else "",
        "vic_RelationshipToTrafficker": together([each.relationship] for each in accounts)[0],
    }
    ours = {
        "forms": together(each.forms for each in accounts),
        "sectors": together(_sectors(each) for each in accounts),
        "means": together(each.control for each in accounts),
        "crossing": [coding.crossing(each.crossing for each in accounts)],
    }
    return victim(record, on=on, ours=ours)


def years_of(person: Identity | None, on: date) -> Years:
    """Return the fewest and the most years that somebody can have on a day, None where neither is known."""
    age = age_of(person)
    least, most = youngest(age, on), oldest(age, on)
    return None if least is None or most is None or least < 0 else (least, most)


def _nations(person: Identity | None) -> list[str]:
    told = [countries.coded(person.nationality), *person.other_nationalities] if person else []
    return [each for each in dict.fromkeys(told) if each in coding.continents()]


def _sectors(account: Account) -> list[str]:
    return [*(code for answer in account.sectors.values() for code in answer), account.industry]
