# SPDX-License-Identifier: EUPL-1.2
"""A place to hide is sealed and read; its holder forgets her passphrase, and two colleagues help her at their desks."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site
from tests.journeys.entering import sign_in
from tests.journeys.test_closed_pages import LEADER, OFFICER, WORKER, walked

pytestmark = pytest.mark.browser
OLD, NEW = "mijn verzonnen wachtzin voor de reis", "een andere verzonnen wachtzin, na het vergeten"
PLACE = "Verzonnenstraat 1, Nergenshuizen"


@pytest.fixture
def desks(browser: Browser, site: Site) -> Iterator[dict[str, Page]]:
    """Provide a window of her own to each, signed in."""
    contexts = {who: browser.new_context(locale="nl-NL") for who in (WORKER, LEADER, OFFICER)}
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


def test_three_people_make_good_what_one_forgot(desks: dict[str, Page], site: Site) -> None:
    worker, keepers = desks[WORKER], {who: desks[who] for who in (LEADER, OFFICER)}
    vault, forgotten, keeping = (f"{site.closed}/vault/{path}" for path in ("", "forgotten/", "keeper/"))

    looked_at(worker, vault)
    expect(worker.locator("#id_new")).to_have_count(0)
    for who, page in keepers.items():
        looked_at(page, keeping)
        typed(page, chosen(f"{who} bewaart een verzonnen deel"), "Word sleutelbewaarder")
        expect(page.get_by_text("Je bent sleutelbewaarder.").first).to_be_visible()

    looked_at(worker, vault)
    typed(worker, chosen(OLD), "Kies deze wachtzin")
    looked_at(worker, vault)

    worker.goto(f"{site.closed}/files/")
    file = worker.locator("main a[href^='/files/']").first.get_attribute("href")
    looked_at(worker, f"{site.closed}{file}whereabouts/write/")
    worker.locator("#id_text").fill(PLACE)
    worker.locator("input[name=holders]").first.check()
    worker.locator("main form button[type=submit]").last.click()

    def opens(word: str) -> bool:
        worker.goto(f"{site.closed}{file}whereabouts/")
        typed(worker, {"passphrase": word}, "Openen")
        expect(worker.locator("main .fault, main .written").first).to_be_visible()
        return worker.locator("main .written").count() == 1 and PLACE in worker.locator("main .written").inner_text()

    assert opens(OLD)
    assert not opens(NEW)

    looked_at(worker, forgotten)
    typed(worker, chosen(NEW), "Vraag mijn sleutelbewaarders")
    looked_at(worker, forgotten)
    for who, page in keepers.items():
        looked_at(page, f"{site.closed}/")
        page.get_by_role("link", name="Help Mila Medewerker").click()
        looked_at(page, page.url)
        typed(page, {"passphrase": f"{who} bewaart een verzonnen deel"}, "Zij is het: geef mijn deel door")
        expect(page.get_by_text("Doorgegeven.").first).to_be_visible()
        expect(page.get_by_role("link", name="Help Mila Medewerker")).to_have_count(0)

    looked_at(worker, forgotten)
    typed(worker, {"passphrase": NEW}, "Terugnemen")
    expect(worker.get_by_text("Je hebt je sleutel terug.").first).to_be_visible()
    assert opens(NEW)
    assert not opens(OLD)
