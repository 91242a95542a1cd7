# SPDX-License-Identifier: EUPL-1.2
"""Where each field of the Human Trafficking Case Data Standard lives (pure)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from baken.standards.htcds.fields import Field, fields

TABLE = Path(__file__).with_name("htcds.toml")


class StandardError(ValueError):
    """The table cannot be used; the message says which field and why."""


@dataclass(frozen=True)
class Home:
    """The models that hold a field of the standard, how it follows from them, or why it is not kept."""

    name: str
    where: list[str] = field(default_factory=list)
    how: str = ""
    why: str = ""
    list: str = ""


@cache
def homes(path: Path = TABLE) -> Mapping[str, Home]:
    """Return the home of each field by its name, in the order of the standard; raise StandardError."""
    found: dict[str, Home] = {}
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["field"]:
        each = Home(**row)
        if bool(each.where) == bool(each.why):
            raise StandardError(f"{each.name}: needs either where it lives or why it is not kept")
        if each.name in found:
            raise StandardError(f"{each.name}: stands there twice")
        found[each.name] = each
    if lost := found.keys() ^ fields().keys():
        raise StandardError(f"{min(lost)}: stands in one table, and not in both")
    return {name: found[name] for name in fields()}


def written() -> str:
    """Return the table of the page that tells where each field lives, as Markdown."""
    lines, section = [], ""
    for each in fields().values():
        if each.section != section:
            section = each.section
            lines += ["", f"## {section}", "", "| field | core | where it lives |", "|---|---|---|"]
        lines.append(f"| `{each.name}` | {_weight(each)} | {_place(homes()[each.name])} |")
    return "\n".join(lines).strip() + "\n"


def _weight(each: Field) -> str:
    return " ".join([*(["core"] if each.core else []), *(["(given up)"] if each.given_up else [])])


def _place(each: Home) -> str:
    if each.why:
        return f"not kept: {each.why}"
    places = ", ".join(f"`{place}`" for place in each.where)
    return f"{places}: {each.how}" if each.how else places
