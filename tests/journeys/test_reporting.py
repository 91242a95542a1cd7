# SPDX-License-Identifier: EUPL-1.2
"""Reporting without a name, and by telephone."""

import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Site
from tests.journeys.entering import sign_in
from tests.journeys.test_access import faults
from tests.journeys.test_closed_pages import WORKER

pytestmark = pytest.mark.browser

STORY = "Verzonnen verhaal: zij mag het huis niet uit."


def report(page: Page, site: Site, *files: Path) -> str:
    """Report without a name, and return the number."""
    page.goto(f"{site.open}/contact/")
    page.get_by_label("Ik maak me zorgen om iemand").check()
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("group", name="Is er nu iemand in gevaar?").get_by_label("Nee").check()
    page.get_by_label("18 of ouder").check()
    page.get_by_label("Wat is er aan de hand? Schrijf").fill(STORY)
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("heading", name="Mogen we weten hoe we je bereiken?")).to_be_visible()
    page.get_by_role("button", name="Volgende").click()
    expect(page.locator("dd", has_text=STORY)).to_be_visible()
    if files:
        page.get_by_label("Foto's of documenten").set_input_files(list(files))
    page.get_by_role("button", name="Versturen").click()
    return "".join(page.locator(".receipt span").all_inner_texts())


def test_a_call_about_a_child_is_written_down_and_kept_in_sight(page: Page, site: Site) -> None:
    sign_in(page, site, "closed", f"{site.closed}/intake/", WORKER)
    page.get_by_role("link", name="Iemand belt").click()
    assert faults(page) == []
    page.get_by_label("onbekend").first.check()
    page.get_by_label("Wie belde").fill("Verzonnen mentor")
    page.get_by_label("jonger dan 18").check()
    page.get_by_label("Wat er aan de hand is").fill("Verzonnen gesprek over een kind")
    page.get_by_role("button", name="Opschrijven").click()
    expect(page.get_by_role("heading", name="Een kind")).to_be_visible()
    page.get_by_text("Nog niet: een andere stap").click()
    page.get_by_label("Volgende stap").select_option("assess")
    page.get_by_label("Uiterlijk").fill((datetime.date.today() + datetime.timedelta(days=1)).isoformat())
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("Opgeslagen.")).to_be_visible()
    page.goto(f"{site.closed}/")
    expect(page.get_by_text("verder beoordelen")).to_be_visible()
    assert faults(page) == []


def test_its_pages_have_no_barrier_and_fit_a_phone(page: Page, site: Site) -> None:
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 700})
        page.goto(f"{site.open}/contact/")
        assert faults(page) == []
        page.get_by_label("Ik ben een professional").check()
        page.get_by_role("button", name="Volgende").click()
        assert faults(page) == []
        page.get_by_role("button", name="Terug").click()
        expect(page.get_by_label("Ik ben een professional")).to_be_checked()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    report(page, site)
    assert faults(page) == []
    page.goto(f"{site.open}/contact/answers/")
    assert faults(page) == []
