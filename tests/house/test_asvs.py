# SPDX-License-Identifier: EUPL-1.2
"""The checklist is honest: what it names is there, what holds has a test, and no row of a chapter is left out."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.house.tree import ROOT

PAGE = ROOT / "docs" / "reference" / "asvs.md"
STATES = {"holds", "partly", "not yet", "not applicable"}
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \|([^|]+)\|([^|]*)\|([^|]*)\|([^|]*)\|$", re.MULTILINE)
QUOTED = re.compile(r"`([^`\s]+/[^`\s]+)`")
# How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has, chapter by chapter.
SECTIONS = {
    1: (2, 9, 11, 3, 2), 2: (3, 3, 4, 1), 3: (0, 2, 4, 6, 5, 0, 2), 4: (3, 1, 2, 4), 5: (1, 3, 2, 3),
    6: (3, 12, 4, 4, 5, 3, 0, 4), 7: (3, 4, 2, 5, 2, 2), 8: (2, 3, 1, 1), 11: (2, 3, 3, 4, 1, 1, 0),
    13: (1, 5, 2, 5), 14: (2, 4, 3), 15: (3, 3, 7, 0), 16: (1, 5, 4, 3, 3),
}  # fmt: skip


def rows(text: str) -> list[tuple[str, ...]]:
    """Return number, what is asked, state, where and shown by of each row."""
    return [tuple(cell.strip() for cell in found) for found in ROW.findall(text)]


def whole(name: str) -> Path:
    """Return the path that a shortened name stands for."""
    if name.startswith(("tests/", "docs/", "requirements/")):
        return ROOT / name
    folder, _, last = name.rpartition("/")
    if not last.startswith("test_"):
        return ROOT / "baken" / name
    return ROOT / "baken" / folder.removesuffix("/tests") / "tests" / f"{last}.py"


def faults(text: str) -> list[str]:
    """Return what is wrong with the table."""
    table = rows(text)
    twice = [number for number, count in Counter(row[0] for row in table).items() if count > 1]
    states = [f"{number}: {state}" for number, _, state, _, _ in table if state not in STATES]
    bare = [f"{row[0]} holds without a test" for row in table if row[2] == "holds" and not is_shown(row[4])]
    gone = [name for name in QUOTED.findall(text) if not whole(name).exists()]
    return [*twice, *states, *bare, *gone]


def is_shown(cell: str) -> bool:
    """Return whether a cell names a test, and nothing but tests."""
    named = QUOTED.findall(cell)
    return bool(named) and all("test_" in name for name in named)


def levels_1_and_2(text: str) -> Counter[tuple[int, int]]:
    """Count the rows of each section that are not marked as level 3."""
    plain = [row[0].split(".") for row in rows(text) if not row[1].startswith("(L3)")]
    return Counter((int(chapter), int(section)) for chapter, section, _ in plain)


def test_it_names_what_is_there() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert len(rows(text)) > 150
    assert faults(text) == []


def test_it_leaves_no_row_of_a_chapter_out() -> None:
    expected = {
        (chapter, section): count
        for chapter, sections in SECTIONS.items()
        for section, count in enumerate(sections, start=1)
        if count
    }
    assert dict(levels_1_and_2(PAGE.read_text(encoding="utf-8"))) == expected


@pytest.mark.parametrize(
    "row",
    [
        "| 1.1.1 | something | mostly | | |",
        "| 1.1.1 | something | holds | `settings/base.py` | |",
        "| 1.1.1 | something | holds | | `settings/base.py` |",
        "| 1.1.1 | something | holds | | `accounts/test_nothing` |",
        "| 1.1.1 | something | partly | `settings/nothing.py` | |",
        "| 1.1.1 | one | not yet | | |\n| 1.1.1 | two | not yet | | |",
    ],
)
def test_it_notices_a_row_that_is_not_true(row: str) -> None:
    assert len(faults(row)) == 1


@pytest.mark.parametrize("page", ["threat-model.md", "who-may-see-whom.md", "keys-and-erasure.md", "data-flows.md"])
def test_it_names_files_that_are_there_in_the_pages_around_it(page: str) -> None:
    text = (ROOT / "docs" / "explanation" / page).read_text(encoding="utf-8")
    named = [name for name in QUOTED.findall(text) if name.startswith(("baken/", "tests/", "requirements/"))]
    assert [name for name in named if not (ROOT / name).exists()] == []
