# SPDX-License-Identifier: EUPL-1.2
"""Every address that answers without signing in is listed, at both doors; nothing else answers."""

import re

from tests.house.tree import ROOT, asked_of_a_door

DOCUMENT = ROOT / "docs" / "reference" / "addresses.md"
# Wagtail's own rooms are left out: behind sign-in as a whole, tested by asking each of them in test_editors.
LIST = """
from django.urls import get_resolver
def walk(patterns, before=""):
    for each in patterns:
        route = before + str(each.pattern)
        if hasattr(each, "url_patterns"):
            walk(each.url_patterns, route) if not route.startswith("editors/") else None
        else:
            print("/" + route)
walk(get_resolver().url_patterns)
"""


def routes(door: str) -> set[str]:
    return set(asked_of_a_door(door, LIST))


def listed(heading: str) -> set[str]:
    text = DOCUMENT.read_text(encoding="utf-8")
    part = text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"^\| `([^`]+)` \|", part, re.MULTILINE))


def test_it_lists_what_the_open_door_answers_without_signing_in() -> None:
    assert routes("open") == listed("Without signing in") | listed("Signing in")


def test_it_lists_what_the_closed_door_has() -> None:
    assert routes("closed") == listed("The closed door") | listed("Signing in")
