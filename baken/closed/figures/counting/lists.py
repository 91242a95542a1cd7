# SPDX-License-Identifier: EUPL-1.2
"""The categories of each list: from the table beside this file, or those that casework chooses from."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import override

from baken.closed.figures.counting import nationality
from baken.closed.intake.labels import CHANNELS, DECISIONS, REASONS
from baken.closed.legal.engine.law import Kind, law
from baken.closed.plan.labels import OUTCOMES
from baken.closed.shelter import labels as shelter
from baken.closed.trafficking.lists import of
from baken.core.provinces import ABROAD, PROVINCES
from baken.tabulation.shapes import Category, Words

TABLE = Path(__file__).with_name("lists.toml")
UNKNOWN = Category("unknown", Words("niet bekend", "not known"))
SEVERAL = Category("several", Words("meer dan één vorm", "more than one form"))
OTHER = Category("other", Words("iets anders", "something else"))
STILL_OPEN = Category("open", Words("nog niet", "not yet"))
ELSE = Category("else", Words("niet gesloten", "not closed"))
NOT_REFUSED = Category("else", Words("niet geweigerd", "not refused"))
ELSEWHERE = Category(ABROAD, Words("niet in Nederland", "not in the Netherlands"))
_NO_PROVINCE = (
    ("several", "here", Words("in meer dan één provincie", "in more than one province")),
    ("here", "here", Words("in Nederland, provincie niet bekend", "in the Netherlands, province not known")),
    ("abroad", "abroad", Words("in een ander land", "in another country")),
    ("both", "both", Words("in Nederland en in een ander land", "in the Netherlands and in another country")),
    ("unknown", "unknown", UNKNOWN.title),
)
Categories = tuple[Category, ...]


@cache
def lists() -> dict[str, Categories]:
    """Return the categories of every list by its name."""
    told = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {name: tuple(map(_told, rows)) for name, rows in told.items()} | _chosen()


def categories(name: str) -> Categories:
    """Return the categories of a list; of countries by name those of the settings."""
    return nationality.categories(lists()[nationality.CONTINENT]) if name == "country" else lists()[name]


def _told(row: dict[str, Any]) -> Category:
    return Category(row["code"], Words(row["nl"], row["en"]), row.get("within", {}))


def _chosen() -> dict[str, Categories]:
    """Return the lists that casework chooses from, each with what stands for whoever is in none."""
    return {
        "kind": (*_codes("kind"), SEVERAL, OTHER, UNKNOWN),
        "crossing": (*_codes("crossing"), UNKNOWN),
        "region": (*_provinces({"exploited": "here"}), *_elsewhere()),
        "said_region": (*_provinces({}), ELSEWHERE, UNKNOWN),
        "outcome": (*_labelled(OUTCOMES), STILL_OPEN),
        "channel": _labelled(CHANNELS),
        "decided": (*_labelled(DECISIONS), STILL_OPEN),
        "closed_because": (*_labelled(REASONS), ELSE),
        "left_for": (*_labelled(shelter.OUTCOMES), STILL_OPEN),
        "asked_by": (*_labelled(shelter.SOURCES), UNKNOWN),
        "for_long": _labelled(shelter.LENGTHS),
        "refused_because": (*_labelled(shelter.REFUSALS), NOT_REFUSED),
        "rule": tuple(Category(each.rule, Words(each.nl, each.en)) for each in _rules()),
    }


def _codes(name: str) -> Categories:
    return tuple(Category(each.key, Words(each.nl, each.en)) for each in of(name).values())


def _provinces(within: dict[str, str]) -> Categories:
    return tuple(Category(each.key, Words(each.nl, each.en), within) for each in PROVINCES.values())


def _elsewhere() -> Categories:
    """Return what stands for whoever was exploited in no one province, each within a category of where it was."""
    return tuple(Category(code, words, {"exploited": within}) for code, within, words in _NO_PROVINCE)


def _labelled(labels: Iterable[tuple[str, str | Promise]]) -> Categories:
    return tuple(Category(code, both(words)) for code, words in labels)


def both(words: str | Promise) -> Words:
    """Return words of a page in both languages of the pages."""
    with override("nl"):
        dutch = str(words)
    with override("en"):
        return Words(dutch, str(words))


def _rules() -> list[Any]:
    """Return the terms of the law that somebody can keep or miss."""
    return [each for each in law().clocks if each.kind == Kind.DEADLINE]
