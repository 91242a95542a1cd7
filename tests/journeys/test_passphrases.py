# SPDX-License-Identifier: EUPL-1.2
"""A place to hide is sealed and read; its holder forgets her passphrase, and two colleagues help her at their desks."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site
from tests.journeys.entering import confirm, sign_in
from tests.journeys.test_closed_pages import LEADER, OFFICER, WORKER, walked
from tests.journeys.test_shelter import SHELTER

pytestmark = pytest.mark.browser
OLD, NEW = "mijn verzonnen wachtzin voor de reis", "een andere verzonnen wachtzin, na het vergeten"
PLACE = "Verzonnenstraat 1, Nergenshuizen"


@pytest.fixture
def desks(browser: Browser, site: Site) -> Iterator[dict[str, Page]]:
    """Provide a window of her own to each, signed in."""
    contexts = {who: browser.new_context(locale="nl-NL") for who in (WORKER, LEADER, OFFICER, SHELTER)}
    pages = {who: context.new_page() for who, context in contexts.items()}
    for who, page in pages.items():
        sign_in(page, site, "closed", f"{site.closed}/", who)
        expect(page.locator("main h1")).to_be_visible()
    yield pages
    for context in contexts.values():
        context.close()


def typed(page: Page, words: dict[str, str], button: str) -> None:
    for name, word in words.items():
        page.locator(f"#id_{name}").fill(word)
    page.get_by_role("button", name=button, exact=True).click()


def chosen(word: str) -> dict[str, str]:
    return {"new": word, "again": word}


def looked_at(page: Page, address: str) -> None:
    """Check a page for barriers at two widths, and leave it wide."""
    assert walked(page, address) == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})


def seen_by(who: str, page: Page, address: str) -> None:
    """Open a page that is the same for every keeper, and check it at the first one's desk."""
    if who == LEADER:
        looked_at(page, address)
    else:
        page.goto(address)


def kept_by(keepers: dict[str, Page], site: Site) -> None:
    """Let overseers become keepers, each at her desk."""
    for who, page in keepers.items():
        seen_by(who, page, f"{site.closed}/vault/keeper/")
        typed(page, chosen(f"{who} bewaart een verzonnen deel"), "Word sleutelbewaarder")
        expect(page.get_by_text("Je bent sleutelbewaarder.").first).to_be_visible()


def hidden(worker: Page, site: Site) -> str:
    """Seal where somebody hides, to the worker herself; return the address where it is read."""
    worker.goto(f"{site.closed}/files/")
    file = worker.locator("main tbody a[href^='/files/']").last.get_attribute("href")
    looked_at(worker, f"{site.closed}{file}whereabouts/write/")
    worker.locator("#id_text").fill(PLACE)
    worker.locator("input[name=holders]").first.check()
    worker.locator("main form button[type=submit]").last.click()
    return f"{site.closed}{file}whereabouts/"


def opens(worker: Page, place: str, word: str) -> bool:
    worker.goto(place)
    typed(worker, {"passphrase": word}, "Openen")
    expect(worker.locator("main .fault, main .written").first).to_be_visible()
    written = worker.locator("main .written")
    return written.count() == 1 and PLACE in written.inner_text()


def house_sealed(shelter: Page, site: Site) -> None:
    """Let who works in the house seal where it is to herself, read it and forget it."""
    confirm(shelter, site, SHELTER)
    shelter.goto(f"{site.closed}/vault/")
    typed(shelter, chosen(OLD), "Kies deze wachtzin")
    shelter.goto(f"{site.closed}/shelter/units/")
    shelter.locator("#locations ~ ul a").first.click()
    place = shelter.url
    looked_at(shelter, place)
    shelter.get_by_role("link", name="Verzegel het adres").click()
    looked_at(shelter, shelter.url)
    shelter.locator("#id_text").fill(PLACE)
    shelter.locator("input[name=holders]").first.check()
    shelter.get_by_role("button", name="Verzegelen", exact=True).click()
    looked_at(shelter, place)
    assert opens(shelter, place, OLD)
    shelter.goto(place)
    shelter.get_by_text("Vergeet het adres").click()
    shelter.get_by_role("button", name="Vergeet het", exact=True).click()
    expect(shelter.get_by_text("Hier is nog geen adres verzegeld.")).to_be_visible()


def helped(keepers: dict[str, Page], site: Site, number: str) -> None:
    """Let each keeper help from today's page, once she has heard the number."""
    for who, page in keepers.items():
        confirm(page, site, who)
        seen_by(who, page, f"{site.closed}/")
        page.get_by_role("link", name="Help Mila Medewerker").click()
        seen_by(who, page, page.url)
        assert page.locator("main .number").inner_text() == number
        typed(page, {"passphrase": f"{who} bewaart een verzonnen deel"}, "Zij is het: geef mijn deel door")
        expect(page.get_by_text("Doorgegeven.").first).to_be_visible()
        expect(page.get_by_role("link", name="Help Mila Medewerker")).to_have_count(0)


def test_three_people_make_good_what_one_forgot(desks: dict[str, Page], site: Site) -> None:
    worker, keepers = desks[WORKER], {who: desks[who] for who in (LEADER, OFFICER)}
    vault, forgotten = f"{site.closed}/vault/", f"{site.closed}/vault/forgotten/"
    looked_at(worker, vault)
    expect(worker.locator("#id_new")).to_have_count(0)
    kept_by(keepers, site)
    house_sealed(desks[SHELTER], site)

    confirm(worker, site, WORKER)
    looked_at(worker, vault)
    typed(worker, chosen(OLD), "Kies deze wachtzin")
    looked_at(worker, vault)
    place = hidden(worker, site)
    assert opens(worker, place, OLD)
    assert not opens(worker, place, NEW)

    looked_at(worker, forgotten)
    typed(worker, chosen(NEW), "Vraag mijn sleutelbewaarders")
    looked_at(worker, forgotten)
    helped(keepers, site, worker.locator("main .number").inner_text())

    confirm(worker, site, WORKER)
    looked_at(worker, forgotten)
    typed(worker, {"passphrase": NEW}, "Terugnemen")
    expect(worker.get_by_text("Je hebt je sleutel terug.").first).to_be_visible()
    assert opens(worker, place, NEW)
    assert not opens(worker, place, OLD)
