# SPDX-License-Identifier: EUPL-1.2
"""The only questions about people. Each asks `access` first, which logs it."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access import rules
from baken.closed.access.admitting import admit, admit_to_write, note, note_list
from baken.closed.access.models import Dossier, Glass
from baken.closed.access.parts import CLEARANCE, Part, Role
from baken.closed.access.rules import Ground, Refused, Standing
from baken.closed.access.sealed import PossibleHolder, Sealed, holders_among, open_sealed
from baken.closed.audit.acting import acting
from baken.closed.audit.activities import Action, Activity, Outcome
from baken.closed.casework.models import NOTED, Contact, Envelope, Hiding, Identity, Note, hiding_place
from baken.closed.casework.person import reads as person_reads
from baken.closed.casework.person.reads import Person
from baken.closed.casework.status.reads import Status, status_of
from baken.closed.vault.reads import dossier_keys

SHOWN = 50  # notes or files a page


@dataclass(frozen=True)
class File:
    """A dossier as the acting user may see it: the parts she may read, and which she may write."""

    dossier: Dossier
    standing: Standing
    readable: frozenset[Part]
    writable: frozenset[Part]
    person: Person | None
    status: Status | None
    contact: Contact | None
    notes: list[Note]
    page: int
    more: bool
    hidden: bool

    @property
    def identity(self) -> Identity | None:
        """Who the person is, for whoever may read it."""
        return self.person.identity if self.person else None

    @property
    def has_documents(self) -> bool:
        """Whether the acting user may read a part that has documents."""
        return any(part in self.readable for part, _label in NOTED)

    @property
    def steps(self) -> list[str]:
        """Where this file is, as knowledge at hand names it, by no more than its reader may see."""
        if self.dossier.closed_at:
            return ["closing"]
        first = ["new-report"] if self.dossier.kind == Dossier.Kind.REPORT else ["first-days", "sharing"]
        child = ["minor"] if self.person and self.person.may_be_minor else []
        return [*(["turning-18"] if self.person and self.person.turning else child), *first]

    @property
    def may_write_identity(self) -> bool:
        """Whether the acting user may write who she is."""
        return Part.IDENTITY in self.writable


def my_files(page: int = 1) -> tuple[list[Dossier], bool]:
    """Return one page of the covers the acting user may see, and whether there are more; the list is logged."""
    start = (page - 1) * SHOWN
    found = list(access.dossiers()[start : start + SHOWN + 1])
    shown = found[:SHOWN]
    note_list("dossier", shown)
    return shown, len(found) > SHOWN


def glasses_to_review() -> list[Glass]:
    """Return the broken glasses that the acting user must review, oldest first; of which files is logged.

    Not those of a file that is just being erased: without its key their reason cannot be read any more.
    """
    waiting = list(access.glasses_to_review())
    keys = dossier_keys(each.dossier_id for each in waiting)
    found = [each for each in waiting if each.dossier_id in keys]
    note_list("glass", [each.dossier for each in found])
    return found


def file(dossier: UUID, page: int = 1) -> File:
    """Return a dossier with the parts the acting user may read; raise Refused where not even its cover."""
    standing, _ = admit(dossier, Part.COVER, kind="dossier", objects=[dossier])
    readable = frozenset(part for part in Part if rules.ground(standing, part))
    notes, more = _notes(standing, readable, page)
    return File(
        dossier=access.dossiers().get(pk=dossier),
        standing=standing,
        readable=readable,
        writable=frozenset(part for part in Part if rules.ground_to_write(standing, part)),
        person=person_reads.person(standing) if Part.IDENTITY in readable else None,
        status=status_of(dossier) if Part.NOTES in readable else None,
        contact=_contact(standing) if Part.CONTACT in readable else None,
        notes=notes,
        page=page,
        more=more,
        hidden=Part.WHEREABOUTS in readable and Hiding.objects.filter(dossier=dossier).exists(),
    )


def _contact(standing: Standing) -> Contact | None:
    found = Contact.objects.filter(dossier=standing.dossier).first()
    _noted(standing, Part.CONTACT, [found.pk] if found else [])
    return found


def _notes(standing: Standing, readable: frozenset[Part], page: int) -> tuple[list[Note], bool]:
    """Return a page of the notes of every part that may be read, the newest first, and whether there are more.

    One entry in the log for each part.
    """
    parts = [part for part, _ in NOTED if part in readable]
    found = Note.objects.filter(dossier=standing.dossier, part__in=parts).select_related("written_by")
    start = (page - 1) * SHOWN
    notes = list(found.order_by("-happened_on", "-written_at")[start : start + SHOWN + 1])
    more = len(notes) > SHOWN
    del notes[SHOWN:]
    for part in parts:
        _noted(standing, Part(part), [each.pk for each in notes if each.part == part])
    return notes, more


def _noted(standing: Standing, part: Part, objects: list[UUID]) -> None:
    ground = rules.ground(standing, part)
    note(standing, Activity.READ, Action.READ, part=part, ground=ground, kind=str(part), objects=objects)


def check_writable(file: File, part: Part) -> None:
    """Raise Refused unless the acting user may write a part of this file."""
    if part not in file.writable:
        raise Refused(f"no ground to write {part}")


@dataclass(frozen=True)
class Whereabouts:
    """The newest whereabouts of a dossier, still sealed, and the acting user's envelope if she holds one."""

    hiding: Hiding | None
    envelope: Envelope | None


def whereabouts(dossier: UUID) -> Whereabouts:
    """Return the newest whereabouts, still sealed; raise Refused for whoever is not on the team."""
    admit(dossier, Part.WHEREABOUTS, kind="hiding")
    hiding = Hiding.objects.filter(dossier=dossier).order_by("-written_at").first()
    envelope = Envelope.objects.filter(hiding=hiding, holder=acting().user).first() if hiding else None
    return Whereabouts(hiding, envelope)


def open_whereabouts(found: Whereabouts, passphrase: str) -> str:
    """Return where the person hides, as `open_sealed` does; raise Refused without an envelope."""
    if found.hiding is None or found.envelope is None:
        raise Refused("holds no envelope")
    hiding, sealed = found.hiding, bytes(found.envelope.sealed)
    standing = access.standing(hiding.dossier_id)
    ground = rules.check_can_read(standing, Part.WHEREABOUTS)
    letter = Sealed(bytes(hiding.body), sealed, hiding_place(hiding.pk, hiding.dossier_id))
    log = partial(_note_opening, standing, ground, hiding)
    return open_sealed(letter, passphrase, agency=standing.agency, log=log)


def _note_opening(standing: Standing, ground: Ground, hiding: Hiding, outcome: Outcome) -> None:
    how = (Activity.VAULT_OPENED, Action.READ)
    note(
        standing, *how, part=Part.WHEREABOUTS, ground=ground, kind="hiding", objects=[hiding.pk], outcome=outcome
    )  # fmt: skip


def possible_holders(dossier: UUID) -> list[PossibleHolder]:
    """Return who on the team has a vault passphrase and a role that works with whereabouts.

    Raises Refused for whoever may not write them.
    """
    standing, ground = admit_to_write(dossier, Part.WHEREABOUTS)
    note(standing, Activity.READ, Action.READ, part=Part.COVER, ground=ground, kind="team")
    posts = access.colleagues(standing.agency)
    cleared = {post.user_id for post in posts if Part.WHEREABOUTS in CLEARANCE.get(Role(post.role), ())}
    places = [place for place in access.team(dossier) if place.until is None and place.user_id in cleared]
    return holders_among(standing.agency, [place.user for place in places])
