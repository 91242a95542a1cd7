# SPDX-License-Identifier: EUPL-1.2
"""What a file knows already of whom a place is asked for, so that nobody types it again."""

from typing import Any
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access import rules as grounds
from baken.closed.access.parts import Part
from baken.closed.casework.person.reads import Person, person
from baken.closed.shelter.labels import ADULT
from baken.closed.shelter.placing.instance import Sex

_SEXES = {"Feminine": Sex.FEMALE, "Masculine": Sex.MALE}


def known(dossier: UUID) -> dict[str, Any]:
    """Return what is known of who somebody is, in the fields of the form; nothing for whoever may not read it."""
    standing = access.standing(dossier)
    if grounds.ground(standing, Part.IDENTITY) is None:
        return {}
    return told(person(standing))


def told(found: Person) -> dict[str, Any]:
    """Return initials, sex, and a day of birth or that she is surely of age."""
    identity = found.identity
    if identity is None:
        return {}
    age = ADULT if identity.born is None and found.is_surely_adult else ""
    # Who is neither, or of whom it is not known, shares a unit with nobody: that is chosen, never guessed.
    sex = _SEXES.get(identity.gender, "")
    return {"initials": initials(identity.name), "sex": sex, "born": identity.born, "age": age}


def initials(name: str) -> str:
    """Return the first letters of a name, such as V.E."""
    return "".join(f"{word[0].upper()}." for word in name.split())[:8]
