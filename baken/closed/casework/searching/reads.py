# SPDX-License-Identifier: EUPL-1.2
"""Searching in the files of one's own care teams: opened in memory, one after another, and nowhere else.

Nothing of a file can be searched for in the database, for all of it is sealed. What was asked is kept nowhere.
Open files are searched, and closed ones where she asks for it: few ask, and who worked here for years has hundreds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from baken.closed.access import reads as access
from baken.closed.access.models import Dossier
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.casework.models import Guardian, Identity, Note, Relative
from baken.closed.casework.searching import rules
from baken.closed.casework.searching.rules import Piece
from baken.closed.vault.reads import dossier_keys

MOST_FILES = 500
MOST_SHOWN = 3  # places of one file


@dataclass(frozen=True)
class Place:
    """Where in a file the words stand."""

    label: str
    pieces: list[Piece]


@dataclass
class Found:
    """A file in which all the words stand, and where."""

    dossier: Dossier
    name: str = ""
    words: set[str] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)

    @property
    def shown(self) -> list[Place]:
        """The first places."""
        return self.places[:MOST_SHOWN]

    @property
    def hidden(self) -> int:
        """How many more there are."""
        return max(0, len(self.places) - MOST_SHOWN)


@dataclass(frozen=True)
class Results:
    """The files that were found, in how many was searched, whether there are more, and whether closed ones too."""

    found: list[Found]
    searched: int
    more: bool
    closed: bool


def search(asked: str, *, closed: bool = False) -> Results:
    """Return the acting user's own files in which all the words stand, the newest first; the search is logged once.

    Only her open files, unless ``closed`` ones are searched as well. Where she may not read a part, row-level security
    leaves it out, and nothing is found by it.
    """
    mine = list((access.my_dossiers() if closed else access.my_open_dossiers())[: MOST_FILES + 1])
    words = rules.words_of(asked)
    # A file that is just being erased has no key any more.
    keys = dossier_keys(each.pk for each in mine[:MOST_FILES])
    files = {each.pk: Found(each) for each in mine[:MOST_FILES] if each.pk in keys}
    for key, of, text in _texts(files):
        _look(files[key], of, text, words)
    found = [each for each in files.values() if words and each.words.issuperset(words)]
    _noted([each.dossier for each in files.values()], [each.dossier for each in found])
    return Results(found, len(files), len(mine) > MOST_FILES, closed)


def _look(file: Found, of: str | Note, text: str, words: list[str]) -> None:
    here = rules.found_in(text, words)
    if here:
        file.words |= here
        # Those that are not shown are only counted.
        shown = len(file.places) < MOST_SHOWN
        file.places.append(Place(_called(of), rules.pieces(text, words)) if shown else Place("", []))


def _called(of: str | Note) -> str:
    return f"{of.get_part_display()}, {of.happened_on:%d-%m-%Y}" if isinstance(of, Note) else of


def _texts(files: dict[UUID, Found]) -> Iterator[tuple[UUID, str | Note, str]]:
    """Yield each text of these files that the acting user may read, with whose it is and what it is of."""
    yield from ((key, _("File number"), each.dossier.number) for key, each in files.items())
    for row in Identity.objects.filter(dossier__among=files):
        files[row.dossier_id].name = row.name
        yield row.dossier_id, _("Name"), row.name
    for kind in (Guardian, Relative):
        for person in kind.objects.filter(dossier__among=files, struck_at=None):
            yield person.dossier_id, _("Authority and family"), person.name
    for note in Note.objects.filter(dossier__among=files).order_by("-happened_on", "-written_at").iterator():
        yield note.dossier_id, note, "\n".join(_note_texts(note))


def _note_texts(note: Note) -> Iterable[str]:
    held = note.conference or {}
    return filter(None, (held.get("present"), held.get("decisions"), note.text))


def _noted(searched: list[Dossier], found: list[Dossier]) -> None:
    """Log the search, once for each agency whose files were searched; what was asked is not in it."""
    agencies: list[UUID | None] = [*sorted({each.agency_id for each in searched})]
    for agency in agencies or [None]:
        of_it = [each.pk for each in found if each.agency_id == agency]
        facts = {"files": str(sum(each.agency_id == agency for each in searched))}
        record(
            activity=Activity.SEARCH,
            action=Action.READ,
            kind="file",
            objects=of_it,
            dossier_agency=agency,
            facts=facts,
        )
