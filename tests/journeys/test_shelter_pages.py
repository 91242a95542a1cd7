# SPDX-License-Identifier: EUPL-1.2
"""Every page of the house has no barrier, in light and dark, and fits a phone."""

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Site
from tests.journeys.entering import sign_in
from tests.journeys.test_closed_pages import walked
from tests.journeys.test_shelter import SHELTER

pytestmark = pytest.mark.browser

PAGES = ("", "day/", "weeks/", "waiting/", "night/", "door/", "units/", "occupancy/", "nights/", "rules/", "incident/")
OF_A_HOUSEHOLD = ("", "people/", "change/", "screen/", "consent/", "where/", "extend/", "leave/", "away/", "living/")


def test_every_page_has_no_barrier_and_fits_a_phone(page: Page, site: Site) -> None:
    sign_in(page, site, "closed", f"{site.closed}/shelter/", SHELTER)
    found = {path: walked(page, f"{site.closed}/shelter/{path}") for path in PAGES}
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site.closed}/shelter/units/")
    unit = page.locator("tbody a").first.get_attribute("href")
    location = page.locator("#locations ~ ul a").first.get_attribute("href")
    found |= {path: walked(page, site.closed + path) for path in (unit, location, f"{location}keep/")}
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site.closed}/shelter/")
    household = site.closed + page.locator(".people a").first.get_attribute("href")
    found |= {path: walked(page, household + path) for path in OF_A_HOUSEHOLD}
    assert {path: each for path, each in found.items() if each} == {}
