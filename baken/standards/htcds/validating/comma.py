# SPDX-License-Identifier: EUPL-1.2
"""CSV taken apart by RFC 4180, and by nothing looser."""

import re
from collections.abc import Iterator
from pathlib import Path

from baken.standards.htcds.validating.broken import Broken

_CELL = re.compile(r'(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\Z)')


def rows(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a file; raise Broken where it is no CSV from there on."""
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise Broken(1, "cannot be read as UTF-8") from None
    at, number, cells = 0, 1, list[str]()
    while at < len(text):
        found = _CELL.match(text, at)
        if found is None:
            raise Broken(number, "is no CSV by RFC 4180, nor is what follows")
        cells.append(found[2] if found[1] is None else found[1].replace('""', '"'))
        at = found.end()
        if found[3] == ",":
            # A comma at the very end has an empty cell behind it.
            cells += [""] if at == len(text) else []
            continue
        yield cells
        number, cells = number + 1, []
    if cells:
        yield cells
