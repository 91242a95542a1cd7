# SPDX-License-Identifier: EUPL-1.2
"""The yearly report as a PDF, by typst: in memory alone, tagged, every picture in words too (PDF/UA-1).

What it says reaches the template as data and is set as it stands; nothing in it is read as markup.
"""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from baken.closed.figures.yearly.content import Report

TEMPLATE = Path(__file__).with_name("yearly.typ")


def printed(report: Report) -> bytes:
    """Return a report as a PDF."""
    told = {"report": json.dumps(asdict(report), ensure_ascii=False)}
    made: bytes = typst.compile(TEMPLATE.read_bytes(), format="pdf", pdf_standards=["ua-1"], sys_inputs=told)
    return made
