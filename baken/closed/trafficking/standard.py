# SPDX-License-Identifier: EUPL-1.2
"""The fields of the Human Trafficking Case Data Standard, and where each of them lives (pure)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("htcds.toml")


class StandardError(ValueError):
    """The table cannot be used; the message says which field and why."""


@dataclass(frozen=True)
class Field:
    """A field of the standard: the models that hold it, how it follows from them, or why it is not kept."""

    name: str
    section: str
    core: bool = False
    given_up: bool = False
    where: list[str] = field(default_factory=list)
    how: str = ""
    why: str = ""
    list: str = ""
    codes: tuple[str, ...] = ()


@cache
def fields(path: Path = TABLE) -> Mapping[str, Field]:
    """Return the fields by their names, in the order of the standard; raise StandardError."""
    found: dict[str, Field] = {}
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["field"]:
        each = _field(row)
        if each.name in found:
            raise StandardError(f"{each.name}: stands there twice")
        found[each.name] = each
    return found


def _field(row: Mapping[str, Any]) -> Field:
    made = Field(**{**row, "codes": tuple(row.get("codes", ()))})
    if bool(made.where) == bool(made.why):
        raise StandardError(f"{made.name}: needs either where it lives or why it is not kept")
    return made


def written() -> str:
    """Return the table of the page that tells where each field lives, as Markdown."""
    lines, section = [], ""
    for each in fields().values():
        if each.section != section:
            section = each.section
            lines += ["", f"## {section}", "", "| field | core | where it lives |", "|---|---|---|"]
        lines.append(f"| `{each.name}` | {_weight(each)} | {_place(each)} |")
    return "\n".join(lines).strip() + "\n"


def _weight(each: Field) -> str:
    return " ".join([*(["core"] if each.core else []), *(["(given up)"] if each.given_up else [])])


def _place(each: Field) -> str:
    if each.why:
        return f"not kept: {each.why}"
    places = ", ".join(f"`{place}`" for place in each.where)
    return f"{places}: {each.how}" if each.how else places
