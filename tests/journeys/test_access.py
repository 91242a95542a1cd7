# SPDX-License-Identifier: EUPL-1.2
"""Every kind of page passes axe-core, in light and in dark; and asks nobody else for anything."""

import json
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import AXE, Site

pytestmark = pytest.mark.browser

OPEN_PAGES = {
    "home": "/",
    "home in English": "/en/",
    "search": "/search/?q=bedenktijd",
    "search without question": "/search/",
    "search without result": "/search/?q=xyzzyplugh",
    "shelf": "/artikelen/",
    "article": "/artikelen/bedenktijd/",
    "article in English": "/en/articles/reflection-period/",
    "sources": "/sources/",
    "act": "/sources/bwb/BWBR9990001",
    "provision": "/sources/bwb/BWBR9990001/artikel/2?on=2012-01-01",
    "provision not in force": "/sources/bwb/BWBR9990001/artikel/2?on=1999-01-01",
    "concepts": "/concepts/",
    "concept": "/concepts/baken/c050",
    "contact": "/contact/",
    "what a number opens": "/en/contact/answers/",
    "signals": "/signals/",
    "figures": "/figures/",
    "bars with hidden ones": "/figures/example-by-form-and-age",
    "iceberg": "/en/figures/example-estimate",
    "sign-in": "/sign-in/",
    "missing": "/nergens/",
}


def faults(page: Page) -> list[str]:
    """Return what axe-core finds on a page, in light and in dark.

    In the dark only contrast can differ: a colour scheme moves no word and names no button.
    """
    if page.evaluate("() => typeof axe === 'undefined'"):  # one reading serves every width of the same page
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return _faults(page, "light") + _faults(page, "dark", "color-contrast")


def _faults(page: Page, scheme: Literal["light", "dark"], *only: str) -> list[str]:
    page.emulate_media(color_scheme=scheme)
    options = {"resultTypes": ["violations"], **({"runOnly": list(only)} if only else {})}
    result = page.evaluate("options => axe.run(document, options)", options)
    return [f"{scheme}: {each['id']}: {node['html'][:120]}" for each in result["violations"] for node in each["nodes"]]


@pytest.mark.parametrize("name", OPEN_PAGES)
def test_it_has_no_barrier_at_the_open_door(page: Page, site: Site, name: str) -> None:
    page.goto(site.open + OPEN_PAGES[name])
    assert faults(page) == []


def test_it_has_no_barrier_at_the_closed_door(page: Page, site: Site) -> None:
    page.goto(f"{site.closed}/")
    assert "/sign-in/" in page.url
    assert faults(page) == []


@pytest.mark.parametrize("name", OPEN_PAGES)
def test_it_asks_nobody_else_and_leaves_no_cookie(page: Page, site: Site, name: str) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    response = page.goto(site.open + OPEN_PAGES[name])
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith((site.open, "data:"))] == []
    assert [text for text in complaints if "404" not in text] == []
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    if name != "sign-in":
        assert page.context.cookies() == []


def test_it_describes_an_article_to_machines(page: Page, site: Site) -> None:
    page.goto(f"{site.open}/artikelen/bedenktijd/")
    facts = json.loads(page.locator('script[type="application/ld+json"]').first.inner_text())
    assert facts["@type"] == "Article"
    assert facts["inLanguage"] == "nl"
