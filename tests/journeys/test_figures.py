# SPDX-License-Identifier: EUPL-1.2
"""Somebody looks for a number: sees it, hears it, takes it along, and gets no more than was released."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from baken.tabulation.examples import examples
from tests.journeys.conftest import Site
from tests.journeys.test_access import faults

pytestmark = pytest.mark.browser

BERG, BY_FORM = "example-estimate", "example-by-form-and-age"


def test_the_front_page_and_the_menu_lead_to_figures_that_say_they_are_examples(page: Page, site: Site) -> None:
    page.goto(site.open)
    page.locator("main a[href='/figures/']").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cijfers")
    titles = page.locator(".drawn h2").all_inner_texts()
    assert len(titles) == len(examples())
    assert all(title.startswith("Voorbeeld: ") for title in titles)
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Figures")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", examples())
def test_no_figure_has_a_barrier_or_asks_anybody_else(page: Page, site: Site, name: str, width: int) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site.open}/figures/{name}")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not url.startswith((site.open, "data:"))] == []
    assert complaints == []  # the strict policy refused nothing
    assert page.context.cookies() == []


def test_without_script_there_is_the_picture_the_words_and_the_table(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.open}/figures/{BERG}")
    expect(page.get_by_role("img", name=re.compile("Voorbeeld: hoeveel mensen zag niemand"))).to_be_visible()
    expect(page.get_by_text("Boven water: 454 mensen")).to_be_visible()
    expect(page.get_by_role("rowheader", name="gemiddelde over veel modellen")).to_be_visible()
    context.close()


def test_the_picture_goes_along_with_light_and_dark(page: Page, site: Site) -> None:
    page.goto(f"{site.open}/figures/{BERG}")
    colours = set()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        colours.add(page.locator(".berg-unseen").first.evaluate("each => getComputedStyle(each).fill"))
    assert len(colours) == 2


def test_a_wide_table_is_scrolled_by_keyboard(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{site.open}/figures/{BERG}")
    table = page.locator(".scroll")
    table.focus()
    page.keyboard.press("ArrowRight")
    # Asked from here: the strict policy lets no page evaluate what it is told to wait for.
    moved = (
        table.evaluate("each => each.scrollLeft || new Promise(requestAnimationFrame).then(() => 0)")
        for _ in range(600)
    )
    assert any(moved)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "jsonld", "svg", "png"])
def test_it_can_be_taken_along(page: Page, site: Site, ending: str) -> None:
    page.goto(f"{site.open}/figures/{BY_FORM}")
    with page.expect_download() as taken:
        page.locator(f"a[href$='.{ending}']").click()
    assert re.fullmatch(rf"{BY_FORM}-\d{{4}}-\d\d-\d\d\.{ending}", taken.value.suggested_filename)
    assert taken.value.path().stat().st_size > 500


def test_on_paper_stand_picture_words_table_and_source(page: Page, site: Site) -> None:
    page.goto(f"{site.open}/figures/{BY_FORM}")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.get_by_role("img", name=re.compile("Voorbeeld"))).to_be_visible()
    expect(page.get_by_text("CC BY 4.0")).to_be_visible()
    expect(page.get_by_text(f"{site.open}/figures/{BY_FORM}")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("CSV"))).to_be_hidden()
    expect(page.get_by_role("link", name=re.compile("Verlaat"))).to_be_hidden()
