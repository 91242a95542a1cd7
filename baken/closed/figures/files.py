# SPDX-License-Identifier: EUPL-1.2
"""A table of the house as a file, for who computes with it or puts it in a report."""

from baken.closed.figures.labels import INSIDE
from baken.tabulation import taking
from baken.tabulation.files.about import OURS, Edition
from baken.tabulation.shapes import Table

# Not JSON-LD: that describes a file at a public address.
FILES = {ending: taking.FILES[ending] for ending in ("csv", "xlsx", "png", "svg")}


def written(table: Table, ending: str, language: str, address: str) -> tuple[str, bytes]:
    """Return a table's kind of file and the file; raise KeyError for an ending that is none."""
    kind, make = FILES[ending]
    edition = Edition(table, method=INSIDE, source=OURS, address=address, released_on=table.counted_on)
    return kind, make(edition, language)
