# SPDX-License-Identifier: EUPL-1.2
"""The page about who may see whom tells what the code says: clearances, purposes, and how long a session lasts."""

import re
from pathlib import Path

import pytest

from baken.closed.access.parts import CLEARANCE, PURPOSE, SENSITIVITY, Part, Role
from tests.house.tree import ROOT, asked_of_a_door

PAGE = ROOT / "docs" / "explanation" / "who-may-see-whom.md"
THREATS = ROOT / "docs" / "explanation" / "threat-model.md"
ASK = """
from django.conf import settings as s
print(s.ACCOUNTS_IDLE_SECONDS // 60, s.ACCOUNTS_ABSOLUTE_SECONDS // 3600, s.ACCOUNTS_ENROL_SECONDS // 60)
print(s.ACCOUNTS_STEP_UP_SECONDS // 60, s.ACCOUNTS_LINK_HOURS)
print(s.AUTH_PASSWORD_VALIDATORS[0]['OPTIONS']['min_length'])
print(s.ACCOUNT_RATE_LIMITS['login_failed'], s.ACCOUNT_RATE_LIMITS['second_step_day'])
from baken.closed.access.actions import GLASS_MINUTES
print(GLASS_MINUTES)
"""


def said(path: Path) -> str:
    """Return what a page says, whichever way its lines are broken."""
    return " ".join(path.read_text(encoding="utf-8").split())


def cleared(text: str) -> dict[str, tuple[str, frozenset[str]]]:
    """Return what the page says of each role: what it reads for, and the parts it is cleared for."""
    header = re.search(r"^\| role \| reads for \|(.+)\|$", text, re.MULTILINE)
    assert header
    parts = [cell.strip() for cell in header[1].split("|")]
    found = re.findall(r"^\| `(\w+)` \| ?(\w*) ?\|(.+)\|$", text, re.MULTILINE)
    return {
        role: (purpose, frozenset(part for part, cell in zip(parts, cells.split("|"), strict=True) if cell.strip()))
        for role, purpose, cells in found
    }


def test_it_tells_the_clearance_and_the_purpose_of_every_role() -> None:
    expected = {
        role.value: (PURPOSE.get(role, ""), frozenset(part.value for part in CLEARANCE.get(role, ()))) for role in Role
    }
    assert cleared(PAGE.read_text(encoding="utf-8")) == expected


def test_it_notices_a_clearance_too_many() -> None:
    text = PAGE.read_text(encoding="utf-8")
    analyst = f"| `analyst` | |{' |' * len(Part)}"
    assert analyst in text
    assert cleared(text.replace(analyst, f"| `analyst` | | yes |{' |' * (len(Part) - 1)}")) != cleared(text)


@pytest.fixture(scope="module")
def told() -> list[str]:
    """Provide the limits as the closed door has them."""
    return asked_of_a_door("closed", ASK)


def test_it_tells_how_long_a_session_lasts(told: list[str]) -> None:
    idle, absolute, enrolling, step_up, link, shortest = " ".join(told[:3]).split()
    text = PAGE.read_text(encoding="utf-8")
    assert f"| idle | {idle} minutes |" in text
    assert f"| in all | {absolute} hours |" in text
    assert f"| before the first factor is enrolled | {enrolling} minutes |" in text
    assert f"| what asks the second factor again | after {step_up} minutes:" in text
    assert f"within {link} hours" in text
    assert f"| password | {shortest} characters or more" in text


def test_it_tells_how_often_somebody_may_try(told: list[str]) -> None:
    assert told[3:] == ["20/m/ip,5/5m/key 20/d/key", "60"]
    text = said(PAGE)
    assert "| wrong passwords | 5 in 5 minutes for an account from one address; 20 a minute from an address." in text
    assert "| wrong second factors | 5 in 5 minutes, 20 a day" in text
    assert "sixty minutes" in text


def test_it_sorts_data_as_the_code_does() -> None:
    assert {part for part, level in SENSITIVITY.items() if level == 3} == {Part.WHEREABOUTS}
    assert {part for part, level in SENSITIVITY.items() if level == 1} == {Part.COVER}
    assert "1 for the cover, 2, and 3 for whereabouts" in said(THREATS)
