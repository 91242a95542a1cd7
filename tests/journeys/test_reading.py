# SPDX-License-Identifier: EUPL-1.2
"""A reader's evening: find, filter, read, cross over to English, look back in time, leave at once."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site

pytestmark = pytest.mark.browser

QUESTION = "bedenktijd slachtoffer"


def search(page: Page, site: Site, question: str = QUESTION) -> None:
    page.goto(site.open)
    page.get_by_role("searchbox").first.fill(question)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/search/\?.*q="))


def test_it_finds_and_reads_an_article(page: Page, site: Site) -> None:
    search(page, site)
    hits = page.locator(".hit")
    assert hits.count() >= 3
    expect(hits.first.locator("mark").first).to_be_visible()
    expect(hits.first.locator(".why")).to_be_visible()
    title = hits.first.get_by_role("link").first.inner_text()
    hits.first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_it_filters_by_aspect(page: Page, site: Site) -> None:
    search(page, site)
    total = page.locator(".hit").count()
    page.goto(page.url + "&aspect=health&type=article&lang=nl")
    assert 0 < page.locator(".hit").count() <= total
    for meta in page.locator(".hit-meta").all_inner_texts():
        assert "gezondheid" in meta.lower()


def test_it_finds_while_typing(page: Page, site: Site) -> None:
    page.goto(f"{site.open}/search/")
    # A field that offers titles is a combobox.
    page.get_by_role("combobox").press_sequentially("vuurtoren", delay=20)
    expect(page.locator(".hit").first).to_contain_text(re.compile("vuurtoren", re.IGNORECASE), timeout=5000)


def test_it_offers_titles_and_asks_what_a_misspelt_word_meant(page: Page, site: Site) -> None:
    page.goto(f"{site.open}/search/")
    page.get_by_role("combobox").press_sequentially("bedenkt", delay=20)
    expect(page.locator('#titles option[value="bedenktijd"]')).to_be_attached()
    page.goto(f"{site.open}/search/?q=mensenhadel")
    page.get_by_role("combobox").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".meant").get_by_role("link", name="mensenhandel")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox")).to_have_value("mensenhandel")
    expect(page.locator(".meant")).to_have_count(0)


def test_it_searches_and_reads_without_javascript(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    search(page, site)
    page.locator(".hit").first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Verlaat"))).to_be_visible()
    context.close()


def test_it_crosses_to_the_same_article_in_english(page: Page, site: Site) -> None:
    page.goto(f"{site.open}/artikelen/bedenktijd/")
    page.get_by_role("link", name="English").first.click()
    expect(page).to_have_url(re.compile("/en/articles/"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Nederlands").first.click()
    expect(page).to_have_url(f"{site.open}/artikelen/bedenktijd/")


def test_it_reads_an_act_as_it_stood_on_a_day(page: Page, site: Site) -> None:
    page.goto(f"{site.open}/sources/bwb/BWBR9990001/artikel/2?on=2012-01-01")
    expect(page.locator(".provision")).to_contain_text("Het licht is wit")
    page.get_by_label(re.compile("Zoals geldend op|As in force on")).fill("2016-01-01")
    page.get_by_role("button", name="Toon").click()
    expect(page.locator(".provision")).to_contain_text("Het licht is amber")
    page.get_by_role("link", name=re.compile("vorige")).first.click()
    expect(page.locator(".provision")).to_contain_text("Het licht is wit")


def test_it_prints_without_furniture(page: Page, site: Site) -> None:
    page.goto(f"{site.open}/artikelen/bedenktijd/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("header nav").first).to_be_hidden()
    expect(page.get_by_role("link", name=re.compile("Verlaat"))).to_be_hidden()


@pytest.mark.parametrize("way", ["click", "shift"])
def test_it_leaves_at_once(page: Page, site: Site, way: str) -> None:
    left: list[str] = []

    def elsewhere(route):
        left.append(route.request.url)
        route.fulfill(body="<title>weer</title>", content_type="text/html")

    page.route(lambda url: not url.startswith(site.open), elsewhere)
    page.goto(f"{site.open}/artikelen/bedenktijd/")
    if way == "click":
        page.get_by_role("link", name=re.compile("Verlaat")).click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url(lambda url: not url.startswith(site.open))
    assert left
    # The way back is not one key away: the page was replaced, not stacked upon.
    if way == "shift":
        page.go_back()
        assert "bedenktijd" not in page.url


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/search/?q=bedenktijd",
        "/artikelen/bedenktijd/",
        "/sources/",
        "/sources/bwb/BWBR9990001/artikel/2",
        "/concepts/",
        "/signals/",
    ],
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_it_fits_a_narrow_phone(browser: Browser, site: Site, path: str, prefix: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    english = path.replace("artikelen/bedenktijd", "articles/reflection-period") if prefix else path
    assert page.goto(site.open + prefix + english).ok
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert width <= 320
