# SPDX-License-Identifier: EUPL-1.2
"""One file as the case data standard has it: its core fields by their names.

It is made from what audited reads returned, and asks for nothing itself. What rooms above and beside this one know (the
referral, who has the next step, why a file was closed, consent) is given to it by who gathers it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from baken.closed.casework.models import Contact, Identity
from baken.closed.casework.person import countries
from baken.closed.casework.reads import File
from baken.closed.trafficking import rules
from baken.closed.trafficking.lists import lists, of
from baken.closed.trafficking.models import Account
from baken.closed.trafficking.reads import Trafficking
from baken.closed.vault.blind import normalise_phone

Record = dict[str, Any]
# The core fields that are given.
GIVEN = (
    "cas_ReasonForCaseClosure", "cas_CaseOwner", "cas_ReferringOrganisation", "cas_IncomingReferralDate",
    "cas_ReferringPrimaryCaseWorker", "cas_ReasonForIncomingReferral", "cas_IncomingReferralDetails", "con_Consent",
)  # fmt: skip
_DUTCH, _DUTCH_MOBILE = "+31", "+316"
_MANY = {
    "vic_MethodOfRecruitment": "recruitment",
    "vic_MethodsOfControl": "control",
    "vic_TypeOfExploitation": "forms",
    "vic_TypeOfSexExploitation": "sexual",
}


def core_record(file: File, told: Trafficking, given: Mapping[str, Any]) -> Record:
    """Return every core field that is kept, with nothing in it where it is open; raise KeyError for one not given."""
    accounts = [each.account for each in told.accounts]
    return {
        **_person(file.identity),
        **_reached(file.contact),
        **_status(file),
        **_told(accounts),
        "cas_Status": "Closed" if file.dossier.closed_at else "Active",
        **{name: given[name] for name in GIVEN},
    }


def _person(row: Identity | None) -> Record:
    nationalities = [countries.coded(row.nationality), *row.other_nationalities] if row else []
    return {
        "prs_Salutation": rules.SALUTATIONS.get(row.gender, "") if row else "",
        "prs_FirstName": row.name if row else "",
        "prs_SecondName": "",
        "prs_Birthdate": row.born.isoformat() if row and row.born else "",
        "prs_Gender": row.gender if row else "",
        "prs_Citizenship": [each for each in dict.fromkeys(nationalities) if each],
    }


def _reached(row: Contact | None) -> Record:
    number = normalise_phone(row.phone) if row else ""
    is_home = number.startswith(_DUTCH) and not number.startswith(_DUTCH_MOBILE)
    return {
        "prs_Email": row.email if row else "",
        "prs_HomePhone": number if is_home else "",
        "prs_MobilePhone": "" if is_home else number,
        "prs_MailingStreet": row.post_street if row else "",
        "prs_MailingPostalCode": row.post_code if row else "",
        "prs_MailingCity": row.post_city if row else "",
        "prs_MailingState": row.post_state if row else "",
        "prs_MailingCountry": row.post_country if row else "",
    }


def _status(file: File) -> Record:
    said, by = (file.status.htcds if file.status else None) or ("", "")
    return {"vic_TraffickingStatus": said, "vic_TraffickingStatusDecisionMakingOrg": by}


def _told(accounts: list[Account]) -> Record:
    found: Record = {
        name: rules.standard(rules.together(getattr(each, field) for each in accounts), of(rules.MANY[field]))
        for name, field in _MANY.items()
    }
    industries = rules.together([_industry(each)] for each in accounts)
    return found | {
        "vic_ForcedLabourIndustry": rules.standard(industries, of("industry")),
        "vic_LocationOfRecruitment": _places((each.recruited_country, each.recruited_place) for each in accounts),
        "vic_LocationOfExploitation": _places((each.exploited_country, each.exploited_places) for each in accounts),
    }


def _industry(account: Account) -> str:
    return rules.industry_of(account.industry, account.forms, account.sectors["labour"], lists())


def _places(told: Iterable[tuple[str, str]]) -> list[str]:
    """Return places in words with their country's code, each once."""
    found = []
    for country, places in told:
        code = [] if country in rules.OPEN else [country]
        found += [", ".join([place, *code]) for place in places.splitlines()] or code
    return list(dict.fromkeys(found))
