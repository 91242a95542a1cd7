# SPDX-License-Identifier: EUPL-1.2
"""The centre's own persons as pseudonyms, to be counted beside the lists of other organisations; no name goes out.

Of somebody's own files, as with the cases of the standard: an analyst reads no name, and nobody reads them all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access.models import Dossier
from baken.closed.access.parts import OPENERS, Part
from baken.closed.access.rules import Refused
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework.models import Identity
from baken.closed.casework.person.reads import person
from baken.closed.exchange.fitting import LeftOut
from baken.closed.exchange.reads import mine, why_not
from baken.closed.vault.reads import dossier_keys
from baken.hidden_population.pseudonyms import pseudonym

_NEEDED = (Part.COVER, Part.IDENTITY)
_LACKS = "it does not tell all of what persons are known by here"


def _name_and_birth(who: Identity) -> str:
    return f"{who.name} {who.born.isoformat()}" if who.name.strip() and who.born else ""


def _document(who: Identity) -> str:
    return who.document_number.strip()


# What all who take part agreed to know persons by.
KNOWN_BY: Mapping[str, Callable[[Identity], str]] = {"name-born": _name_and_birth, "document": _document}


@dataclass
class Listed:
    """Pseudonyms, the files they are of, and the files that were left out."""

    pseudonyms: list[str] = field(default_factory=list)
    files: list[Dossier] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)


@dataclass(frozen=True)
class Span:
    """Files opened from a day on and until another; no end where it is None."""

    since: date | None = None
    until: date | None = None


def hand_over_pseudonyms(*, agency: UUID, known_by: str, secret: bytes, span: Span, sealed: bool) -> Listed:
    """Return pseudonyms of the persons of the acting user's files, sorted, and log which files they are of.

    Raises Refused for who does not coordinate files there: others read names to help, not to list.
    """
    if agency not in access.agencies_where(OPENERS):
        raise Refused("coordinates no files there")
    found = Listed()
    files = list(mine(agency, span.since, span.until))
    keys = dossier_keys(each.pk for each in files) if files else {}
    for each in files:
        if why := why_not(each, _NEEDED, has_key=each.pk in keys) or _take(found, each, known_by, secret):
            found.left.append(LeftOut(each.number, "", why))
    found.pseudonyms.sort()  # the order of the list tells nothing
    _note(found, agency, known_by, sealed=sealed)
    return found


def _take(found: Listed, dossier: Dossier, known_by: str, secret: bytes) -> str:
    """Take in the person of a file; return why not where she cannot be known by that."""
    who = person(access.standing(dossier.pk)).identity
    text = KNOWN_BY[known_by](who) if who else ""
    if not text:
        return _LACKS
    found.pseudonyms.append(pseudonym(text, secret))
    found.files.append(dossier)
    return ""


def _note(found: Listed, agency: UUID, known_by: str, *, sealed: bool) -> None:
    """Log of which files pseudonyms go out, and to what end: each person whose file it is is told of it."""
    record(
        activity=Activity.EXPORT, action=Action.READ, kind="pseudonyms", objects=[each.pk for each in found.files],
        dossier_agency=agency, ground="team",
        facts={"known_by": known_by, "aim": "linking", "sealed": "yes" if sealed else "no"},
    )  # fmt: skip
