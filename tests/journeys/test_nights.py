# SPDX-License-Identifier: EUPL-1.2
"""Who is on at night, as who manages the house staffs it: by keyboard alone, and on paper without anything to press."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.conftest import Site
from tests.journeys.entering import sign_in
from tests.journeys.test_access import faults
from tests.journeys.test_closed_pages import LEADER
from tests.journeys.test_shelter import SHELTER

pytestmark = pytest.mark.browser


@pytest.fixture
def roster(browser: Browser, site: Site) -> Iterator[Page]:
    """Open a window in which who manages the house is signed in, at the nights."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, locale="nl-NL")
    page = context.new_page()
    sign_in(page, site, "closed", f"{site.closed}/shelter/nights/", LEADER)
    yield page
    context.close()


def uncovered(page: Page) -> Locator:
    return page.locator("tbody tr", has_text="niemand heeft dienst")


def pressed(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_the_night_that_nobody_covers_is_staffed_and_emptied_by_keyboard(roster: Page, site: Site) -> None:
    roster.goto(f"{site.closed}/")
    named = roster.locator("section", has_text="Nachten om nog te bezetten").locator("li")
    expect(named).to_have_count(1)
    roster.get_by_role("link", name="Nachtdienst").focus()
    pressed(roster, "Enter")
    expect(roster.get_by_role("heading", name="Nachtdienst")).to_be_visible()
    night = roster.locator(f"#{uncovered(roster).first.get_attribute('id')}")
    night.get_by_role("link", name=re.compile("^Zet erop")).focus()
    pressed(roster, "Enter")
    roster.locator("#id_worker").focus()
    pressed(roster, "ArrowDown", "Tab", "Tab")
    expect(roster.locator("#id_first")).to_be_focused()
    roster.locator("#id_last").focus()
    pressed(roster, "Enter")
    expect(roster.get_by_text("Het staat op het rooster.")).to_be_visible()
    expect(night).not_to_contain_text("niemand")
    assert faults(roster) == []
    night.locator("summary").focus()
    pressed(roster, "Enter", "Tab", "Enter")
    expect(roster.get_by_text("Van het rooster gehaald.")).to_be_visible()
    expect(night).to_contain_text("niemand heeft dienst")


def test_it_prints_who_is_on_and_nothing_to_press(roster: Page) -> None:
    roster.emulate_media(media="print")
    expect(roster.locator("tbody tr").first).to_contain_text("wakker")
    for part in ("nav", "form", "details", "tbody a"):
        assert roster.locator(part).locator("visible=true").count() == 0


def test_who_has_the_night_sees_on_board_and_list_who_is_on(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800}, locale="nl-NL")
    page = context.new_page()
    for path in ("shelter/", "shelter/night/", "shelter/day/"):
        sign_in(page, site, "closed", f"{site.closed}/{path}", SHELTER)
        line = page.locator(".standing", has_text="Nachtdienst")
        expect(line).to_contain_text("Noor Nacht wakker")
        page.context.clear_cookies()
    context.close()
