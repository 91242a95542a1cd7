# SPDX-License-Identifier: EUPL-1.2
"""What the sheet takes over from the file: who she is, and what was said of her being a victim; never her name."""

from datetime import date

from django.utils import translation

from baken.closed.casework.models import Identity
from baken.closed.casework.person import languages
from baken.closed.casework.person.labels import GENDERS
from baken.closed.casework.person.nations import code_of
from baken.closed.casework.person.reads import Person
from baken.closed.casework.person.rules import years_between
from baken.closed.casework.status.reads import Status
from baken.closed.registration.fields import known, table
from baken.core.clock import today

Filled = dict[str, dict[str, object]]


def prefilled(person: Person, status: Status) -> Filled:
    """Return what the file holds, by the sheet's keys; what is open there is not asked here."""
    told = {**_identity(person.identity), **_family(person), "age": _age(person)}
    told["status"] = status.standing.said.what.value if status.standing else None
    statuses = {each.key for each in table().codes("statuses")}
    told["status"] = told["status"] if told["status"] in statuses else None
    return {key: known(found) for key, found in told.items() if found}


def _age(person: Person) -> str | None:
    low, high = person.years
    if low is None or high is None:
        return None
    return str(low) if low == high else f"{low}-{high}"


def _identity(row: Identity | None) -> dict[str, str | None]:
    if row is None:
        return {}
    with translation.override("nl"):
        spoken = languages.named(row.languages)
    sexes = {each.key for each in table().codes("sexes")} & {code for code, _ in GENDERS}
    return {
        "sex": row.gender if row.gender in sexes else None,
        "nationality": code_of(row.nationality),
        "languages": spoken,
        "interpreter": row.interpreter,
    }


def _family(person: Person) -> dict[str, str | None]:
    children = [each for each in person.relatives if each.relation == "child"]
    along = [each.born for each in children if each.with_her]
    return {
        "guardian": _guardian(person),
        "children": str(len(children)) if children else None,
        "along": ", ".join(map(_child, along)) if along else None,
    }


def _guardian(person: Person) -> str | None:
    """Return who has authority today; of who is surely of age that nobody needs it."""
    if person.is_surely_adult:
        return "adult"
    return person.authorities[-1].kind if person.authorities else None


def _child(born: date | None) -> str:
    """Return an age as the sheet says it, in Dutch as all of it."""
    return f"kind van {years_between(born, today())} jaar" if born else "kind, leeftijd niet bekend"
