# SPDX-License-Identifier: EUPL-1.2
"""Every setting is documented, and only the settings read the environment."""

import ast
import re
from pathlib import Path

import pytest

from baken.settings import environment
from tests.house.tree import ROOT, code

DOCUMENT = ROOT / "docs" / "reference" / "settings.md"
# Beside the settings: what hands a child its environment, and what names a process's settings module.
MAY_TOUCH = {
    "baken/settings/environment.py",
    "baken/core/addresses.py",
    "baken/core/doors.py",
    "baken/core/embedded/account.py",
    "baken/wsgi_open.py",
    "baken/wsgi_closed.py",
}


def touches_environment(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return bool(names & {"environ", "getenv"})


def test_it_documents_every_setting() -> None:
    documented = set(re.findall(r"^\| `(BAKEN_\w+)` \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE))
    assert documented == set(environment.NAMES)


def test_it_reads_the_environment_in_one_place() -> None:
    inside = [path.relative_to(ROOT).as_posix() for path in code() if path.is_relative_to(ROOT / "baken")]
    readers = {name for name in inside if "/tests/" not in name and touches_environment(ROOT / name)}
    assert readers <= MAY_TOUCH


def test_it_refuses_a_name_nobody_documented() -> None:
    with pytest.raises(KeyError, match="not a documented setting"):
        environment.text("BAKEN_NO_SUCH_THING")
