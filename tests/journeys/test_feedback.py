# SPDX-License-Identifier: EUPL-1.2
"""A question leaves no trace but a count; an editor takes what readers look for into the thesaurus."""

import os
import subprocess
import sys

import pytest
from playwright.sync_api import Page, Request, expect

from baken.settings.environment import ROOT
from tests.journeys.conftest import Site
from tests.journeys.entering import sign_in
from tests.journeys.test_closed_pages import walked

pytestmark = pytest.mark.browser
FILL = """
from baken.core import doors
with doors.open_door():
    from baken.core.clock import today
    from baken.open.search.models import Candidate
    for text, why in (("uitbuitingsvormen", "nothing"), ("verzonnenwoord", "unfollowed")):
        Candidate.objects.update_or_create(text=text, defaults={"why": why, "days": 6, "seen_in": today()})
"""


@pytest.fixture
def candidates(site: Site) -> None:
    """Let two made-up words wait for an editor."""
    around = {**os.environ, "BAKEN_HOME": str(site.home)}
    subprocess.run([sys.executable, "-c", FILL], env=around, cwd=ROOT, check=True)


def test_a_question_is_told_by_the_browser_alone_and_stands_in_no_log(page: Page, site: Site) -> None:
    steps: list[Request] = []
    page.on("request", lambda request: steps.append(request) if request.is_navigation_request() else None)
    page.goto(f"{site.open}/search/")
    page.locator("#q").press_sequentially("bedenktijd")
    expect(page.locator(".hit").first).to_be_visible()
    page.locator("#q").press("Enter")
    expect(page).to_have_url(f"{site.open}/search/?q=bedenktijd")
    page.locator(".hit-title a").first.click()
    expect(page.locator("main h1")).to_be_visible()
    page.wait_for_url(lambda url: "/search/" not in url)
    assert steps[-1].all_headers()["referer"] == f"{site.open}/search/?q=bedenktijd"
    assert "bedenktijd" not in steps[-1].url.partition("?")[2]
    assert page.context.cookies() == []
    assert "q=bedenktijd" not in (site.home / "demo.log").read_text(encoding="utf-8")


@pytest.mark.usefixtures("candidates")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_editor_takes_a_word_into_the_thesaurus_and_dismisses_another(page: Page, site: Site, scheme: str) -> None:
    room = f"{site.open}/editors/search-words/"
    page.emulate_media(color_scheme=scheme)
    sign_in(page, site, "open", room)
    expect(page.get_by_role("heading", name="Gezochte woorden")).to_be_visible()
    assert walked(page, room) == []
    page.get_by_role("button", name="Afwijzen verzonnenwoord").click()
    page.get_by_role("button", name="← uitbuitingsvormen").first.click()
    expect(page.get_by_text("Er wacht geen woord.")).to_be_visible()
    assert walked(page, room) == []
    for word in ("uitbuitingsvormen", "verzonnenwoord"):
        page.get_by_role("button", name=f"Terugzetten {word}").click()
    expect(page.get_by_text("Er wacht geen woord.")).not_to_be_visible()
