# SPDX-License-Identifier: EUPL-1.2
"""The sheet as a PDF, by typst: in memory alone, tagged, with its title and its language (pure).

What somebody wrote reaches the template as data and is set as it stands; nothing in it is read as markup.
"""

import json
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).with_name("sheet.typ")


def printed(paper: dict[str, Any]) -> bytes:
    """Return what is printed as a PDF."""
    told = {"paper": json.dumps(paper, ensure_ascii=False)}
    made: bytes = typst.compile(TEMPLATE.read_bytes(), format="pdf", sys_inputs=told)
    return made
