# SPDX-License-Identifier: EUPL-1.2
"""Staff and editors come in by the door's own forms, in two steps, with what the demo printed; and leave again."""

import re
from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site
from tests.journeys.entering import Device, give_password, new_account, sign_in, unused
from tests.journeys.test_access import faults

pytestmark = pytest.mark.browser
SETTING_UP = ("/account/second-factor/", "/account/second-factor/passkey/", "/account/second-factor/app/")
OWN_PAGES = (*SETTING_UP[:2], "/account/sessions/", "/account/password/", "/account/confirm/")
# The same pages at both: the whole run takes them at each.
DOORS = ["closed", pytest.param("open", marks=pytest.mark.long)]
verb = partial(re.compile, flags=re.IGNORECASE)


def sign_out(page: Page) -> None:
    page.get_by_role("button", name=verb("Uitloggen|Sign out")).first.click()


def test_it_brings_a_worker_to_the_day_and_out_again(page: Page, site: Site) -> None:
    sign_in(page, site, "closed", f"{site.closed}/")
    expect(page).to_have_url(f"{site.closed}/")
    sign_out(page)
    page.goto(f"{site.closed}/")
    assert "/sign-in/" in page.url


def test_it_brings_an_editor_to_the_rooms_where_an_article_is_written(page: Page, site: Site) -> None:
    sign_in(page, site, "open", f"{site.open}/editors/")
    expect(page).to_have_url(f"{site.open}/editors/")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"{site.open}/editors/pages/")
    expect(page.get_by_role("link", name=re.compile("Kennisbank mensenhandel")).first).to_be_visible()
    assert [text for text in complaints if "Content Security Policy" in text] == []


def test_it_keeps_the_doors_apart(page: Page, site: Site) -> None:
    """A session of one door is nothing at the other, though a browser sends its cookies to both ports."""
    sign_in(page, site, "open", f"{site.open}/editors/")
    page.goto(f"{site.closed}/")
    assert "/sign-in/" in page.url


def test_the_command_prints_a_code_that_the_door_takes(page: Page, site: Site) -> None:
    shown = site.command("user", "code", "--door", "closed")
    assert re.fullmatch(r"\d{6}\n", shown.stdout)


@pytest.mark.parametrize("door", DOORS)
def test_a_newcomer_sets_up_a_passkey_and_comes_in_by_it(page: Page, site: Site, door: str) -> None:
    address, email = getattr(site, door), "testpersoon.p@example.org"
    word, device = new_account(site, door, email), Device(page)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    give_password(page, f"{address}/sign-in/", email, word)
    page.goto(f"{address}/account/sessions/")
    expect(page).to_have_url(f"{address}/account/second-factor/")
    page.get_by_role("link", name=verb("passkey")).first.click()
    page.locator("#id_name").fill("Verzonnen telefoon")
    page.get_by_role("button", name=verb("Instellen|Set up")).click()
    expect(page).to_have_url(f"{address}/")
    assert device.keys() == 1
    page.goto(f"{address}/account/second-factor/")
    expect(page.get_by_text("Verzonnen telefoon").first).to_be_visible()
    page.goto(f"{address}/sign-out/")
    sign_out(page)
    give_password(page, f"{address}/sign-in/?next=/account/sessions/", email, word)
    expect(page).to_have_url(f"{address}/sign-in/second-step/")
    page.get_by_role("button", name=verb("passkey")).click()
    expect(page).to_have_url(f"{address}/account/sessions/")
    page.goto(f"{address}/account/confirm/?next=/account/password/")
    page.get_by_role("button", name=verb("passkey")).click()
    expect(page).to_have_url(f"{address}/account/password/")
    assert complaints == []


def test_a_passkey_that_is_refused_is_told_and_can_be_tried_again(page: Page, site: Site) -> None:
    email = "testpersoon.q@example.org"
    word = new_account(site, "closed", email)
    give_password(page, f"{site.closed}/sign-in/", email, word)
    page.goto(f"{site.closed}/account/second-factor/passkey/")
    # As a browser does whose user presses "cancel".
    page.evaluate("() => { navigator.credentials.create = () => Promise.reject(new Error()); }")
    button = page.get_by_role("button", name=verb("Instellen|Set up"))
    button.click()
    expect(page.get_by_role("alert").filter(visible=True)).to_be_visible()
    expect(button).to_be_enabled()


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """Open a window without JavaScript."""
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("door", DOORS)
def test_a_newcomer_without_javascript_sets_up_an_app_and_comes_in_by_it(bare: Page, site: Site, door: str) -> None:
    address, email = getattr(site, door), "testpersoon.z@example.org"
    word = new_account(site, door, email)
    give_password(bare, f"{address}/sign-in/", email, word)
    bare.goto(f"{address}/account/second-factor/")
    bare.get_by_role("link", name=verb("app")).last.click()
    secret = bare.locator(".secret").inner_text().replace(" ", "")
    assert bare.locator("svg.square").bounding_box()["width"] > 100
    bare.locator("#id_code").fill(unused(email, secret))
    bare.get_by_role("button", name=verb("Instellen|Set up")).click()
    expect(bare).to_have_url(f"{address}/")
    bare.goto(f"{address}/sign-out/")
    sign_out(bare)
    give_password(bare, f"{address}/sign-in/?next=/account/sessions/", email, word)
    bare.locator("#id_code").fill(unused(email, secret))
    bare.locator("#id_code").press("Enter")
    expect(bare).to_have_url(f"{address}/account/sessions/")


def test_it_is_done_by_keyboard_alone(page: Page, site: Site) -> None:
    email = "testpersoon.t@example.org"
    word = new_account(site, "closed", email)
    page.goto(f"{site.closed}/sign-in/")
    expect(page.locator("#id_login")).to_be_focused()
    page.keyboard.type(email)
    page.keyboard.press("Tab")
    page.keyboard.type(word)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.closed}/account/second-factor/")


def narrow_faults(page: Page) -> list[str]:
    """Return what is wrong at 320 pixels: a page that scrolls sideways, or a barrier."""
    page.set_viewport_size({"width": 320, "height": 700})
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [*faults(page), *([f"{wide} pixels wide"] if wide > 320 else [])]


@pytest.mark.parametrize("door", DOORS)
def test_its_pages_have_no_barrier_and_fit_a_phone(page: Page, site: Site, door: str) -> None:
    address, email = getattr(site, door), "testpersoon.l@example.org"
    word = new_account(site, door, email)
    Device(page)
    found = {}
    give_password(page, f"{address}/sign-in/", email, "een verkeerd woord")
    found["/sign-in/"] = narrow_faults(page)
    give_password(page, f"{address}/sign-in/", email, word)
    for path in SETTING_UP:
        page.goto(address + path)
        found[f"{path} at first"] = narrow_faults(page)
    page.goto(address + SETTING_UP[1])
    page.get_by_role("button", name=verb("Instellen|Set up")).click()
    expect(page).to_have_url(f"{address}/")
    for path in OWN_PAGES:
        page.goto(address + path)
        found[path] = narrow_faults(page)
    page.goto(f"{address}/sign-out/")
    found["/sign-out/"] = narrow_faults(page)
    sign_out(page)
    give_password(page, f"{address}/sign-in/", email, word)
    found["/sign-in/second-step/"] = narrow_faults(page)
    page.goto(f"{address}/welcome/verzonnen/")
    found["/welcome/"] = narrow_faults(page)
    assert {path: each for path, each in found.items() if each} == {}
