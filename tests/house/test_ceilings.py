# SPDX-License-Identifier: EUPL-1.2
"""No room grows wrong unseen: files of 300 lines, functions of 40, licence line on top, no machine's paths."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import ROOT, code, tracked

LONGEST_FILE = 300
LONGEST_FUNCTION = 40


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1


def test_it_finds_the_code() -> None:
    assert len(code()) > 50


def test_it_keeps_files_short() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in code()}
    assert {path: n for path, n in lengths.items() if n > LONGEST_FILE} == {}


def test_it_keeps_functions_short() -> None:
    assert [row for path in code() for row in functions(path) if row[1] > LONGEST_FUNCTION] == []


def test_it_licenses_every_file() -> None:
    first = {path: path.read_text(encoding="utf-8").split("\n", 1)[0] for path in code()}
    assert [path for path, line in first.items() if line != "# SPDX-License-Identifier: EUPL-1.2"] == []


@pytest.mark.parametrize("room", ["utils", "helpers", "misc", "signals"])
def test_it_has_no_room_without_a_purpose(room: str) -> None:
    assert [path for path in code() if path.stem == room or room in path.parts] == []


def test_it_names_no_machine_and_no_registry() -> None:
    # Written apart, so that this file does not find itself.
    words = ["/" + "work/", "/" + "root/", "pypi" + ".org", "npmjs" + ".org", "pythonhosted" + ".org"]
    pattern = re.compile("|".join(map(re.escape, words)))
    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in tracked()}
    assert [path for path, text in texts.items() if pattern.search(text)] == []
