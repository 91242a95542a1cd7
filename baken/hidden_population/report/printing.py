# SPDX-License-Identifier: EUPL-1.2
"""A report as a PDF, by typst: tagged, with its title and language, and every picture in words too (PDF/UA-1).

What a table says reaches the template as data and is set as it stands; nothing in it is read as markup.
"""

import json
from pathlib import Path
from typing import Any

import typst

from baken.hidden_population.report.content import Report, Section
from baken.hidden_population.report.picture import standing_alone

TEMPLATE = Path(__file__).with_name("report.typ")


def printed(report: Report) -> bytes:
    """Return a report as a PDF."""
    told = {
        "language": report.language, "title": report.title, "foot": report.foot,
        "sections": [_section(each) for each in report.sections],
    }  # fmt: skip
    made: bytes = typst.compile(
        TEMPLATE.read_bytes(), format="pdf", pdf_standards=["ua-1"],
        sys_inputs={"report": json.dumps(told, ensure_ascii=False)},
    )  # fmt: skip
    return made


def _section(section: Section) -> dict[str, Any]:
    chart, grid = section.chart, section.grid
    return {
        "title": section.title, "lines": section.lines, "notes": section.notes,
        "chart": chart and {"drawn": standing_alone(chart), "told": chart.told},
        "grid": grid and {"head": grid.head, "rows": grid.rows, "numbers": grid.numbers},
    }  # fmt: skip
