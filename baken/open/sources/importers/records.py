# SPDX-License-Identifier: EUPL-1.2
"""What every importer hands over: plain records, the same whichever format they came from."""

import datetime
from dataclasses import dataclass, field


@dataclass(frozen=True)
class ProvisionRecord:
    """A part of a work as it stands in one expression, in reading order.

    ``path``: address within the work (`artikel/273f`, `boek/2/titel/XVIII`, `paragraaf/B8/3.1`), the same in every
    language. ``depth``: 0 for the top. ``html``: built from an allow-list, links to sources as
    `href="source:<scheme>/<identifier>/<path>"`. ``text``: the same words without markup. Containers have no text.
    """

    path: str
    kind: str
    number: str
    depth: int
    heading: str = ""
    html: str = ""
    text: str = ""


@dataclass(frozen=True)
class ExpressionRecord:
    """A work's text in one language as it stood from a date; None where the file tells no date."""

    language: str
    title: str
    in_force_from: datetime.date | None = None
    in_force_to: datetime.date | None = None
    authentic: bool = True
    provisions: tuple[ProvisionRecord, ...] = ()


@dataclass(frozen=True)
class ReferenceRecord:
    """Another source that a work names; ``target`` is a key such as `bwb/BWBR0001854`."""

    target: str
    target_path: str = ""
    relation: str = ""


@dataclass(frozen=True)
class RulingRecord:
    """What a court decided."""

    court: str = ""
    decided: datetime.date | None = None
    document_type: str = ""
    case_numbers: tuple[str, ...] = ()
    procedures: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    place: str = ""
    summary: str = ""
    html: str = ""
    text: str = ""


@dataclass(frozen=True)
class PublicationRecord:
    """The bibliographic side of a publication; ``type`` is a CSL type."""

    type: str
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    year: int | None = None
    abstract: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True)
class WorkRecord:
    """A source. Empty text means "not told by this file", and never overwrites what is known."""

    scheme: str
    identifier: str
    kind: str
    title: str
    title_nl: str = ""
    title_en: str = ""
    short_title: str = ""
    language: str = ""
    issued: datetime.date | None = None
    publisher: str = ""
    jurisdiction: str = ""
    url: str = ""
    note_nl: str = ""
    note_en: str = ""
    expressions: tuple[ExpressionRecord, ...] = ()
    ruling: RulingRecord | None = None
    publication: PublicationRecord | None = None
    references: tuple[ReferenceRecord, ...] = field(default=())
