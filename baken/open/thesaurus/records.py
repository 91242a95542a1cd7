# SPDX-License-Identifier: EUPL-1.2
"""A concept scheme as plain records: what readers hand over and writers take. No Django."""

from dataclasses import dataclass, field

PREFERRED, ALTERNATIVE, HIDDEN = "preferred", "alternative", "hidden"
BROADER, RELATED, EXACT, CLOSE = "broader", "related", "exactMatch", "closeMatch"
LONGEST_LABEL = 300  # characters


@dataclass(frozen=True)
class LabelRecord:
    """What a concept is called; ``role`` is preferred, alternative or hidden."""

    language: str
    role: str
    text: str


@dataclass(frozen=True)
class NoteRecord:
    """A definition or scope note."""

    language: str
    kind: str
    text: str


@dataclass(frozen=True)
class LinkRecord:
    """A relation to another concept, named by its notation in the same scheme or else by its URI."""

    kind: str
    notation: str = ""
    uri: str = ""


@dataclass(frozen=True)
class ConceptRecord:
    """One concept; ``notation`` is its code within the scheme."""

    notation: str
    uri: str = ""
    labels: tuple[LabelRecord, ...] = ()
    notes: tuple[NoteRecord, ...] = ()
    links: tuple[LinkRecord, ...] = ()


@dataclass(frozen=True)
class SchemeRecord:
    """A scheme with its concepts."""

    name: str
    title: str
    uri: str = ""
    concepts: tuple[ConceptRecord, ...] = field(default=())
