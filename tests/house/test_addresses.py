# SPDX-License-Identifier: EUPL-1.2
"""Every address that answers without signing in is listed, at both doors; nothing else answers."""

import os
import re
import subprocess
import sys

from tests.house.test_ceilings import ROOT

DOCUMENT = ROOT / "docs" / "reference" / "addresses.md"
# Wagtail's own rooms: behind sign-in as a whole, tested by asking each of them in test_editors.
EDITORS = "editors/"
LIST = """
import django
django.setup()
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
    addresses = {f"BAKEN_{door.upper()}_DATABASE_URL": "postgresql:///none", f"BAKEN_{door.upper()}_SECRET_KEY": "x"}
    environment = {**os.environ, **addresses, "DJANGO_SETTINGS_MODULE": f"baken.settings.{door}"}
    command = [sys.executable, "-c", LIST]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def listed(heading: str) -> set[str]:
    text = DOCUMENT.read_text(encoding="utf-8")
    part = text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"^\| `([^`]+)` \|", part, re.MULTILINE))


def test_it_lists_what_the_open_door_answers_without_signing_in() -> None:
    assert routes("open") == listed("Without signing in")


def test_it_lists_what_the_closed_door_has() -> None:
    assert routes("closed") == listed("The closed door")
