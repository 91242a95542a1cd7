# SPDX-License-Identifier: EUPL-1.2
"""Who she is and how she is reached, out of a record (pure)."""

from datetime import date
from typing import Any

from babel.core import get_global

from baken.closed.casework.person import nations
from baken.closed.exchange.taking.rest import Rest
from baken.closed.trafficking.rules import SALUTATIONS
from baken.standards.htcds.fields import two_letters

Parts = dict[str, Any]
_NAMES = ("prs_FirstName", "prs_MiddleName", "prs_SecondName")
_PLAIN = {
    "prs_Gender": "gender", "prs_MaritalStatus": "marital_status", "prs_HighestLevelOfEducation": "education",
    "prs_IdentityNumber": "document_number",
}  # fmt: skip
_REACHED = {
    "prs_Email": "email", "prs_MailingStreet": "post_street", "prs_MailingPostalCode": "post_code",
    "prs_MailingCity": "post_city", "prs_MailingState": "post_state", "prs_MailingCountry": "post_country",
}  # fmt: skip
_LANGUAGES = ("prs_PrimaryLanguage", "prs_SecondaryLanguage")
_PHONES = ("prs_MobilePhone", "prs_HomePhone")
_MOST_CHILDREN = 15  # as the form has it


def identity(rest: Rest) -> Parts | None:
    """Return who she is, as `write_identity` takes it; None where nothing of it was told."""
    found: Parts = {"name": " ".join(filter(None, (rest.text(each).strip() for each in _NAMES)))}
    found |= {ours: rest.text(theirs) for theirs, ours in _PLAIN.items()}
    found["born"] = date.fromisoformat(rest.text("prs_Birthdate")) if rest.text("prs_Birthdate") else None
    found |= _nationalities(rest) | {"languages": _languages(rest)}
    if _is_count(rest.text("prs_NumberOfChildren")):
        found["children"] = str(int(rest.text("prs_NumberOfChildren")))
        rest.take("prs_NumberOfChildren")
    if rest.text("prs_Salutation") == SALUTATIONS.get(found["gender"], ""):
        rest.take("prs_Salutation")
    rest.take(*_NAMES, *_PLAIN, "prs_Birthdate", "prs_Citizenship", *_LANGUAGES)
    return found if any(found.values()) else None


def _nationalities(rest: Rest) -> Parts:
    """Return the first by its Dutch name, as it would be typed, and the others by their codes."""
    codes = list(dict.fromkeys(two_letters()[each] for each in rest.codes("prs_Citizenship")))
    return {"nationality": nations.names("nl")[codes[0]] if codes else "", "other_nationalities": codes[1:]}


def _languages(rest: Rest) -> list[str]:
    """Return languages by the shortest code that ISO 639 has for each."""
    told = filter(None, (rest.text(each) for each in _LANGUAGES))
    return list(dict.fromkeys(get_global("language_aliases").get(each, each) for each in told))


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) <= _MOST_CHILDREN


def contact(rest: Rest, safe_ways: str) -> Parts | None:
    """Return how she is reached, as `write_contact` takes it: by one number, a mobile one where there are two."""
    found = {ours: rest.text(theirs) for theirs, ours in _REACHED.items()}
    number = next((each for each in _PHONES if rest.text(each)), "")
    found["phone"] = f"+{rest.text(number).removeprefix('+')}" if number else ""
    found["safe_ways"] = safe_ways
    rest.take(*_REACHED, number)
    return found if any(found.values()) else None
