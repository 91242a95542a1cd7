# SPDX-License-Identifier: EUPL-1.2
"""The arrows of the house are held, and each contract has been seen to fail when broken."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT, code

# contract → a file, and the line that breaks it
BREAKS = {
    "doors": ("baken/open/languages.py", "import baken.closed.privacy"),
    "house": ("baken/core/clock.py", "import baken.design.jsonld"),
    "open": ("baken/open/sources/reads.py", "import baken.open.articles.choices"),
    "pure": ("baken/open/pagecache/store.py", "import django.db"),
    "closed": ("baken/closed/audit/chain.py", "import baken.closed.access.parts"),
    "hidden": ("baken/hidden_population/terms.py", "import baken.core.clock"),
    "standards": ("baken/standards/classifying.py", "import baken.core.clock"),
    "verdict": ("baken/standards/htcds/validating/values.py", "import baken.standards.htcds.cells"),
    "no-wagtail": ("baken/closed/privacy.py", "import wagtail.models"),
}


def lint(folder: Path, contract: str) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache", "--contract", contract]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("contract", BREAKS)
def test_it_fails_when_the_contract_is_broken(contract: str, tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "baken", tmp_path / "baken", ignore=shutil.ignore_patterns("static", "__pycache__", "starter")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    name, line = BREAKS[contract]
    broken = tmp_path / name
    broken.write_text(broken.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    result = lint(tmp_path, contract)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "BROKEN" in result.stdout


@pytest.mark.parametrize("contract", BREAKS)
def test_it_holds_as_the_house_stands(contract: str) -> None:
    result = lint(ROOT, contract)
    assert result.returncode == 0, result.stdout + result.stderr


def test_it_tries_every_contract() -> None:
    listed = [line for line in (ROOT / "pyproject.toml").read_text().splitlines() if line.startswith('id = "')]
    assert {line.split('"')[1] for line in listed} == set(BREAKS)


def imports_views(path: Path) -> bool:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (
            (node.module or "").endswith(".views") or any(name.name == "views" for name in node.names)
        ):
            return (node.module or "baken").startswith("baken")
        if isinstance(node, ast.Import) and any(name.name.endswith(".views") for name in node.names):
            return True
    return False


def test_it_lets_only_addresses_import_views() -> None:
    product = [path for path in code() if path.is_relative_to(ROOT / "baken") and "tests" not in path.parts]
    ours = [path for path in product if imports_views(path)]
    assert len(ours) >= 4
    assert [path for path in ours if not path.stem.endswith("urls")] == []
