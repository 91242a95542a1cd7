# SPDX-License-Identifier: EUPL-1.2
"""A copy as one file to hand over: a paper that she can read, the same for machines, and her documents."""

import io
import json
import zipfile
from collections.abc import Iterable

from baken.closed.retention.copy.printing import printed
from baken.closed.retention.copy.reads.admitting import Copy
from baken.closed.retention.copy.sheets.file import sheet


def packed(copy: Copy, language: str, files: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """Return a copy as a zip of a readable PDF in a language, of the same as JSON, and of files; in memory alone."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("file.pdf", printed(sheet(copy, language)))
        archive.writestr("file.json", json.dumps(copy, ensure_ascii=False, indent=2))
        for path, body in files:
            archive.writestr(path, body)
    return made.getvalue()
