# SPDX-License-Identifier: EUPL-1.2
"""Every page behind the closed door, as those who work there meet it: no barrier, fits a phone, asks nobody else."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site
from tests.journeys.entering import sign_in
from tests.journeys.test_access import faults

pytestmark = pytest.mark.browser

FIRST_PAGE = 120_000  # milliseconds
WORKER, LEADER, OFFICER = "medewerker@example.org", "leiding@example.org", "privacy@example.org"
OF_A_FILE = ("", "identity/", "family/", "guardian/", "relative/", "status/", "conference/", "documents/", "contact/",
              "whereabouts/", "whereabouts/write/", "team/", "consent/", "overview/", "law/", "law/conditions/",
              "minor/", "minor/kindcheck/", "minor/authority/", "trafficking/", "trafficking/account/",
              "trafficking/event/", "risks/", "risks/write/", "safety/", "registration/", "registration/consent/",
              "registration/override/", "registration/override/ask/", "registration/type/",
              "plan/", "plan/goals/", "lead/", "close/", "reports/", "shelter/", "shelter/ask/")  # fmt: skip
OF_KEEPING = ("keeping/", "hold/", "copy/", "erase/")
PAGES = {
    WORKER: ("/", "/intake/", "/intake/telephone/", "/files/", "/files/search/", "/glass/", "/vault/", "/nergens/"),
    LEADER: ("/", "/intake/", "/people/", "/retention/", "/vault/keeper/", "/shelter/units/", "/shelter/nights/"),
    OFFICER: ("/log/", "/people/", "/retention/"),
}
PER_FILE = {WORKER: OF_A_FILE, LEADER: OF_KEEPING, OFFICER: ("log/", *OF_KEEPING)}


@pytest.fixture(scope="module")
def dossier(browser: Browser, site: Site) -> str:
    """Provide the path of a file of the demo."""
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    sign_in(page, site, "closed", f"{site.closed}/files/", WORKER)
    # The first page after a start: other walks start beside it, each with two doors and a server of its own.
    path = page.locator("main tbody a[href^='/files/']").last.get_attribute("href", timeout=FIRST_PAGE)
    context.close()
    assert path
    return path


def walked(page: Page, address: str) -> list[str]:
    """Return what is wrong with a page, on a wide screen and on a phone."""
    page.goto(address)
    found = []
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [*faults(page), *([f"{wide} pixels wide at {width}"] if wide > width else [])]
    return found


@pytest.mark.parametrize("who", PAGES)
def test_it_has_no_barrier_and_fits_a_phone(page: Page, site: Site, dossier: str, who: str) -> None:
    sign_in(page, site, "closed", f"{site.closed}/", who)
    expect(page.locator("main h1")).to_be_visible()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    paths = [*PAGES[who], *(dossier + each for each in PER_FILE[who])]
    found = {path: walked(page, site.closed + path) for path in paths}
    assert {path: each for path, each in found.items() if each} == {}
    assert [text for text in complaints if "404" not in text] == []
    assert [url for url in asked if not url.startswith((site.closed, "data:"))] == []
