# SPDX-License-Identifier: EUPL-1.2
"""A worker writes down what happened, and the clocks of the law follow: in the file, and on today's page."""

import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Site
from tests.journeys.entering import sign_in
from tests.journeys.test_access import faults
from tests.journeys.test_closed_pages import WORKER

pytestmark = pytest.mark.browser


def test_what_happened_starts_a_clock_that_today_shows(page: Page, site: Site) -> None:
    sign_in(page, site, "closed", f"{site.closed}/files/", WORKER)
    page.locator("main tbody a[href^='/files/']").last.click()
    page.get_by_role("link", name="Klokken van de wet").click()
    expect(page.get_by_text("Er loopt nog geen klok.")).to_be_visible()
    granted = datetime.date.today() - datetime.timedelta(days=80)
    page.locator("#id_event").select_option("reflection_period_granted")
    page.locator("#id_on").fill(granted.isoformat())
    page.get_by_role("button", name="Opschrijven").click()
    expect(page.get_by_role("heading", name="Einde van de bedenktijd")).to_be_visible()
    expect(page.get_by_role("heading", name="Maandelijks melden").first).to_be_visible()
    assert faults(page) == []
    page.goto(f"{site.closed}/")
    expect(page.get_by_role("heading", name="Einde van de bedenktijd")).to_be_visible()
    assert faults(page) == []
    page.locator("main a", has_text="Dossier").first.click()
    page.get_by_role("button", name="Doorhalen").first.click()
    expect(page.get_by_text("Er loopt nog geen klok.")).to_be_visible()
    expect(page.locator("main s")).to_have_text("Bedenktijd gegund")
