# SPDX-License-Identifier: EUPL-1.2
"""A worker writes down what happened, and the clocks of the law follow: in the file, and on today's page."""

import datetime

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site
from tests.journeys.entering import sign_in
from tests.journeys.test_access import faults
from tests.journeys.test_closed_pages import LEADER, WORKER

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
    assert faults(page) == []
    page.get_by_role("link", name="Einde van de bedenktijd").click()
    page.get_by_role("button", name="Doorhalen").first.click()
    expect(page.get_by_text("Er loopt nog geen klok.")).to_be_visible()
    expect(page.locator("main s")).to_have_text("Bedenktijd gegund")


def test_a_term_that_passed_alarms_who_works_on_it_and_who_leads_them(page: Page, site: Site, browser: Browser) -> None:
    sign_in(page, site, "closed", f"{site.closed}/files/", WORKER)
    page.get_by_role("button", name="Open een nieuw dossier").click()
    page.get_by_role("link", name="Klokken van de wet").click()
    law, number = page.url, page.locator(".crumbs li").last.inner_text().split()[-1]
    page.locator("#id_event").select_option("application_received")
    page.locator("#id_on").fill((datetime.date.today() - datetime.timedelta(days=3)).isoformat())
    page.get_by_role("button", name="Opschrijven").click()
    expect(page.locator(".clock .state", has_text="verstreken")).to_be_visible()
    page.goto(f"{site.closed}/")
    expect(page.locator(".clock", has_text=number).locator(".state")).to_have_text("verstreken")

    leader = browser.new_context(locale="nl-NL").new_page()
    sign_in(leader, site, "closed", f"{site.closed}/", LEADER)
    alarm = leader.locator("section", has_text="Een termijn is verstreken").locator("li", has_text=number)
    expect(alarm).to_be_visible()
    expect(alarm).not_to_contain_text("vergunning")
    assert faults(leader) == []

    page.goto(law)
    page.get_by_role("button", name="Doorhalen").first.click()
    expect(page.get_by_text("Er loopt nog geen klok.")).to_be_visible()
    leader.reload()
    expect(alarm).to_have_count(0)
    leader.context.close()
