# SPDX-License-Identifier: EUPL-1.2
"""Somebody noticed something: ticks it, sees where to turn, and leaves nothing behind."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site
from tests.journeys.test_access import faults

pytestmark = pytest.mark.browser

GO_ON = re.compile("Verder naar de signalen|Go on to the signals")
SEE = re.compile("Zie waar je terechtkunt|See where you can turn")


def choose(page: Page, address: str, whom: str = "child", what: str = "sexual") -> None:
    page.goto(address)
    page.locator(f"input[name=whom][value={whom}]").check()
    page.locator(f"input[name=what][value={what}]").check()
    page.get_by_role("button", name=GO_ON).click()


def tick(page: Page, *keys: str) -> None:
    for key in keys:
        page.locator(f"input[name=sign][value={key}]").check()
    page.get_by_role("button", name=SEE).click()


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_it_ticks_looks_and_changes(browser: Browser, site: Site, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    choose(page, f"{site.open}/signals/")
    tick(page, "papers", "runs-away")
    expect(page.locator(".place").first).to_contain_text("112")
    expect(page.locator(".place").nth(1)).to_contain_text("0800-2000")
    expect(page.locator("#noticed ~ div")).to_contain_text("paspoort")
    page.locator("button[name=step][value=signs]").click()
    expect(page.locator("input[name=sign][value=papers]")).to_be_checked()
    page.locator("input[name=sign][value=papers]").uncheck()
    page.get_by_role("button", name=SEE).click()
    expect(page.locator("#noticed ~ div")).not_to_contain_text("paspoort")
    assert page.url == f"{site.open}/signals/"
    assert context.cookies() == []
    context.close()


def test_it_says_where_to_turn_when_nothing_was_ticked(page: Page, site: Site) -> None:
    choose(page, f"{site.open}/en/signals/", "adult", "labour")
    tick(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your feeling is reason enough to ask")
    expect(page.locator(".place").nth(1)).to_contain_text("0800-5151")
    expect(page.locator("#noticed")).to_have_count(0)


def test_it_goes_by_keyboard_alone(page: Page, site: Site) -> None:
    page.goto(f"{site.open}/en/signals/")
    page.locator("#content").focus()
    for key in ("Tab", "Tab", "ArrowUp", "Tab", "ArrowUp", "Tab", "Enter"):  # past 112; each question is one stop
        page.keyboard.press(key)
    page.wait_for_selector("input[name=sign]")
    assert page.locator("input[name=whom]").input_value() == "adult"
    assert page.locator("input[name=what]").input_value() == "criminal"
    page.locator("#content").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("input[name=sign]").first).to_be_checked()
    page.keyboard.press("Enter")  # sends the form by its button
    expect(page.get_by_role("heading", level=1)).to_have_text("This is worth looking into")


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_step_has_a_barrier_or_asks_anybody_else(page: Page, site: Site, prefix: str, width: int) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.set_viewport_size({"width": width, "height": 800})

    def wrong() -> list[str]:
        # On a busy machine the step that was sent may not be there yet, and between two pages there is no document.
        page.wait_for_function("document.documentElement && document.readyState === 'complete'")
        wide = page.evaluate("document.documentElement.scrollWidth")
        return [*faults(page), *([f"{wide} pixels wide"] if wide > width else [])]

    choose(page, f"{site.open}{prefix}/signals/", "both", "any")
    assert wrong() == []
    tick(page, "papers", "pay", "forced-sex", "for-others")
    assert wrong() == []
    assert [url for url in asked if not url.startswith((site.open, "data:"))] == []
    assert complaints == []
    assert page.context.cookies() == []


def test_it_prints_where_to_turn_without_furniture(page: Page, site: Site) -> None:
    choose(page, f"{site.open}/signals/")
    tick(page, "papers")
    page.emulate_media(media="print")
    expect(page.get_by_text("0900-8844")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Verlaat"))).to_be_hidden()
    expect(page.locator("button[name=step]")).to_be_hidden()


def test_it_leaves_at_once_and_not_back_by_one_key(page: Page, site: Site) -> None:
    page.route(
        lambda url: not url.startswith(site.open),
        lambda route: route.fulfill(body="<title>weer</title>", content_type="text/html"),
    )
    choose(page, f"{site.open}/signals/")
    tick(page, "papers")
    page.wait_for_load_state()
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(lambda url: not url.startswith(site.open))
    assert page.locator("body").inner_text() == ""
    page.go_back()
    expect(page.locator("#noticed")).to_have_count(0)


def test_the_menu_and_the_front_page_lead_there(page: Page, site: Site) -> None:
    page.goto(site.open)
    page.get_by_role("link", name="Signalen", exact=True).click()
    expect(page).to_have_url(f"{site.open}/signals/")
    page.goto(site.open)
    page.locator(".hero a[href='/signals/']").click()
    expect(page).to_have_url(f"{site.open}/signals/")
