# SPDX-License-Identifier: EUPL-1.2
"""A sheet as a PDF, by typst: in memory alone, with the fonts of its wheel (pure).

What somebody wrote reaches the template as data and is set as it stands; nothing in it is read as markup. A script
that those fonts lack is set in a font of this machine, if it has one.
"""

import json
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).with_name("copy.typ")


def printed(sheet: dict[str, Any]) -> bytes:
    """Return a sheet as a PDF, tagged for who listens to it."""
    told = {"sheet": json.dumps(sheet, ensure_ascii=False)}
    made: bytes = typst.compile(TEMPLATE.read_bytes(), format="pdf", sys_inputs=told)
    return made
