# SPDX-License-Identifier: EUPL-1.2
"""Parts of a document on their way to provisions: found while walking, then given their records."""

from collections.abc import Iterable
from dataclasses import dataclass

from baken.open.sources.importers import markup, paths
from baken.open.sources.importers.records import ProvisionRecord


@dataclass
class Found:
    """A part as it was found: its place, its heading, and its own text as html."""

    part: paths.Part
    depth: int
    heading: str
    html: str = ""


def record(found: Found, language: str, html: str) -> ProvisionRecord:
    """Return the provision that a part becomes once it has its path; ``html`` is its text in the end."""
    return ProvisionRecord(
        path=found.part.path,
        kind=found.part.kind,
        number=found.part.number[:100],
        depth=found.depth,
        heading=found.heading or paths.untitled(found.part.kind, language),
        html=html,
        text=markup.plain(html),
    )


def plain(path: str, heading: str, texts: Iterable[str]) -> ProvisionRecord:
    """Return a provision at the top that is plain text: a paragraph for each of the texts."""
    html = "".join(markup.tag("p", markup.escape(each).strip()) for each in texts)
    kind, _, number = path.partition("/")
    return ProvisionRecord(path, kind, number, 0, heading, html, markup.plain(html))
