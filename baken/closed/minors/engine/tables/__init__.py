# SPDX-License-Identifier: EUPL-1.2
"""Tables of rules, each row with the days on which it holds (pure)."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def rows(table: str, kind: str, on: date) -> list[dict[str, Any]]:
    """Return the rows of a table that hold on a day, in its order, without their days."""
    held = (each for each in _read(table)[kind] if each["from"] <= on <= each.get("until", on))
    return [{name: value for name, value in each.items() if name not in {"from", "until"}} for each in held]


@cache
def _read(table: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((FOLDER / f"{table}.toml").read_text(encoding="utf-8"))
