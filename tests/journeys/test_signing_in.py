# SPDX-License-Identifier: EUPL-1.2
"""Staff and editors come in by the door's own form, with what the demo printed; and leave again."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Site

pytestmark = pytest.mark.browser


def sign_in(page: Page, site: Site, address: str, door: str, name: str) -> None:
    page.goto(address)
    page.locator("#id_login").fill(name)
    page.locator("#id_password").fill((site.home / "secrets" / f"sign_in_{door}").read_text())
    page.get_by_role("button", name=re.compile("Inloggen|Sign in")).click()


def test_it_brings_a_worker_to_an_empty_day_and_out_again(page: Page, site: Site) -> None:
    sign_in(page, site, f"{site.closed}/", "closed", "medewerker@example.org")
    expect(page).to_have_url(f"{site.closed}/")
    expect(page.locator(".empty")).to_be_visible()
    page.get_by_role("button", name=re.compile("Uitloggen|Sign out")).click()
    page.goto(f"{site.closed}/")
    assert "/sign-in/" in page.url


def test_it_brings_an_editor_to_the_rooms_where_an_article_is_written(page: Page, site: Site) -> None:
    sign_in(page, site, f"{site.open}/editors/", "open", "redacteur@example.org")
    expect(page).to_have_url(f"{site.open}/editors/")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"{site.open}/editors/pages/")
    expect(page.get_by_role("link", name=re.compile("Kennisbank mensenhandel")).first).to_be_visible()
    assert [text for text in complaints if "Content Security Policy" in text] == []


def test_it_keeps_the_doors_apart(page: Page, site: Site) -> None:
    """A session of one door is nothing at the other, though a browser sends its cookies to both ports."""
    sign_in(page, site, f"{site.open}/editors/", "open", "redacteur@example.org")
    page.goto(f"{site.closed}/")
    assert "/sign-in/" in page.url
