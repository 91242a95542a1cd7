# SPDX-License-Identifier: EUPL-1.2
"""Colours and letters: of a page, light or dark as its reader has it, and of a file, which is always on white."""

from dataclasses import dataclass

HATCH = "url(#hatch)"  # a colour that stands for hatching until a picture has its own


@dataclass(frozen=True)
class Paint:
    """What a picture is drawn with; each is what SVG takes as a colour."""

    ink: str
    soft: str
    line: str
    main: str
    water: str
    ice: str
    letters: str


# The page's own names (baken/design/styles/tokens.css): they change with light and dark.
SCREEN = Paint(
    ink="var(--ink)", soft="var(--ink-soft)", line="var(--line)", main="var(--sea)", water="var(--sea-soft)",
    ice="var(--surface)", letters="Atkinson Hyperlegible Next Variable",
)  # fmt: skip
# The same colours by day, as numbers.
PAPER = Paint(
    ink="#13212d", soft="#485765", line="#dbd7cf", main="#134862", water="#e4f1f9", ice="#ffffff",
    letters="Atkinson Hyperlegible Next, Atkinson Hyperlegible, DejaVu Sans, sans-serif",
)  # fmt: skip
