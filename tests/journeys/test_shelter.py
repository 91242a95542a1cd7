# SPDX-License-Identifier: EUPL-1.2
"""The house as its workers meet it: asked, screened, held, given, moved, left; missing; at the door at night."""

import datetime
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.conftest import Site
from tests.journeys.entering import sign_in
from tests.journeys.test_access import faults
from tests.journeys.test_closed_pages import WORKER

pytestmark = pytest.mark.browser

SHELTER, NIGHT = "opvang@example.org", "nacht@example.org"


def day(ahead: int) -> str:
    return (datetime.date.today() + datetime.timedelta(days=ahead)).isoformat()


@pytest.fixture
def house(browser: Browser, site: Site) -> Iterator[Page]:
    """Open a window in which who works in the shelter is signed in, at the board."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    page = context.new_page()
    sign_in(page, site, "closed", f"{site.closed}/shelter/", SHELTER)
    expect(page.get_by_role("heading", name="Het huis, vannacht")).to_be_visible()
    yield page
    context.close()


@pytest.fixture
def asks(page: Page, site: Site) -> Callable[..., str]:
    """Provide a way to let a case manager ask for a place and screen her; it returns the address of the household."""
    sign_in(page, site, "closed", f"{site.closed}/files/", WORKER)

    def ask(initials: str, colour: str = "oranje", nights: int = 20) -> str:
        page.goto(f"{site.closed}/files/")
        press(page, "Open een nieuw dossier")
        page.get_by_role("link", name="Een plek in huis").click()
        page.get_by_role("link", name="Vraag een plek").click()
        page.locator("#id_people-0-initials").fill(initials)
        page.locator("#id_people-0-sex").select_option("F")
        page.locator("#id_people-0-age").select_option("adult")
        page.locator("#id_leave_on").fill(day(nights))
        press(page, "Vraag een plek")
        expect(page.get_by_role("heading", name="Hoe gevaarlijk is het voor haar?")).to_be_visible()
        page.get_by_label("Er zijn aanwijzingen").check()
        page.get_by_label(colour, exact=True).check()
        page.locator("#id_words").fill("Verzonnen")
        press(page, "Opschrijven")
        expect(page.get_by_role("heading", name="Zij wacht")).to_be_visible()
        return page.url

    return ask


def press(page: Page | Locator, name: str) -> None:
    page.get_by_role("button", name=re.compile(f"^{name}")).first.click()


def card(page: Page, initials: str) -> Locator:
    return page.locator(".unit", has_text=initials)


def test_from_a_request_to_a_stay_to_a_move_to_leaving(house: Page, asks: Callable[..., str], site: Site) -> None:
    asks("Q.A.")
    house.goto(f"{site.closed}/shelter/waiting/")
    waits = house.locator("li", has_text="Q.A.")
    expect(waits).to_contain_text("vandaag gevraagd")
    press(house, "Zoek de beste plaatsing")
    expect(house.get_by_role("heading", name="Een voorstel")).to_be_visible()
    proposed = house.locator("section", has_text="Een voorstel").locator("li", has=house.locator("b", has_text="Q.A."))
    expect(proposed).to_contain_text("unit")
    assert faults(house) == []
    house.get_by_role("link", name="Waar kan zij terecht? Q.A.").click()
    expect(house.get_by_role("heading", name="Niet mogelijk, en waarom")).to_be_visible()
    expect(house.locator(".reasons")).to_contain_text("geen vrije plek")
    expect(house.locator(".reasons")).to_contain_text("buiten gebruik")
    option = house.locator(".options > li").first
    name = option.locator("h3").inner_text().split()[1]
    press(option, "Houd een dag vast")
    expect(house.get_by_text("vastgehouden tot")).to_be_visible()
    press(house, "Geef de unit")
    press(house, "Zij is er")
    expect(house.get_by_role("heading", name=f"Unit {name}")).to_be_visible()
    assert faults(house) == []
    house.get_by_role("link", name="Andere unit").click()
    other = house.locator(".options > li").filter(has=house.get_by_role("button", name="Verhuis hierheen")).first
    there = other.locator("h3").inner_text().split()[1]
    press(other, "Verhuis hierheen")
    expect(house.get_by_role("heading", name=f"Unit {there}")).to_be_visible()
    house.goto(f"{site.closed}/shelter/")
    expect(card(house, "Q.A.").locator("h3")).to_contain_text(there)
    card(house, "Q.A.").get_by_role("link", name="Q.A.").click()
    house.get_by_role("link", name="Beëindig het verblijf").click()
    house.locator("#id_outcome").select_option("own-home")
    press(house, "Beëindig het verblijf")
    expect(house.get_by_text("naar een eigen woning")).to_be_visible()
    house.goto(f"{site.closed}/shelter/")
    expect(card(house, "Q.A.")).to_have_count(0)


def test_who_is_refused_stays_theirs_until_another_accepts(page: Page, asks: Callable[..., str], site: Site) -> None:
    asks("Q.B.")
    household = page.url
    page.get_by_role("link", name="Weiger, of niet meer nodig").click()
    page.get_by_role("radio", name="geweigerd").check()
    page.locator("#id_why").select_option("full")
    page.locator("#id_answer").fill("Verzonnen: er is geen plek.")
    press(page, "Antwoord")
    page.locator("#id_to").fill("Verzonnen opvang elders")
    press(page, "Opschrijven")
    expect(page.get_by_text("Zij is nog van jullie")).to_be_visible()
    page.goto(f"{site.closed}/")
    expect(page.get_by_role("heading", name="Hier geweigerd")).to_be_visible()
    page.goto(household)
    page.get_by_role("link", name="Wat zeiden zij?").click()
    page.get_by_role("radio", name="aangenomen").check()
    press(page, "Opschrijven")
    expect(page.get_by_text("Zij is nog van jullie")).to_have_count(0)
    assert faults(page) == []


def test_who_is_missing_is_looked_for_step_by_step(house: Page, site: Site) -> None:
    house.locator(".people a").first.click()
    household = house.url
    house.get_by_role("link", name="Weg of vermist").click()
    house.get_by_label("vermist").check()
    press(house, "Opschrijven")
    steps = house.locator("section", has=house.get_by_role("heading", name="Vermist")).locator("li")
    expect(steps).to_have_count(5)
    press(steps.nth(2), "Klaar")
    expect(steps.nth(2).locator(".state-safe")).to_be_visible()
    assert faults(house) == []
    house.goto(f"{site.closed}/")
    expect(house.locator("section", has_text="Vraagt nu om iemand")).to_contain_text("vermist")
    house.goto(household)
    house.get_by_role("link", name="Zij is terug").click()
    press(house, "Opschrijven")
    expect(house.get_by_role("heading", name="Vermist")).to_have_count(0)


def test_somebody_at_the_door_has_a_bed_and_another_looks_again(house: Page, page: Page, site: Site) -> None:
    sign_in(page, site, "closed", f"{site.closed}/shelter/", NIGHT)
    page.get_by_role("link", name="Iemand aan de deur").click()
    assert faults(page) == []
    press(page, "Geef haar dit bed")
    expect(page.get_by_text("kijk opnieuw vóór")).to_be_visible()
    expect(page.get_by_role("button", name="Ik heb opnieuw gekeken")).to_have_count(0)
    page.get_by_role("link", name="Wie is zij?").first.click()
    page.locator("#id_people-0-initials").fill("Q.E.")
    page.locator("#id_people-0-sex").select_option("F")
    page.locator("#id_people-0-age").select_option("adult")
    press(page, "Opschrijven")
    expect(page.get_by_role("heading", name="Opvang: Q.E.")).to_be_visible()
    house.goto(f"{site.closed}/")
    expect(house.locator("section", has_text="Vraagt nu om iemand")).to_contain_text("kijk opnieuw vóór")
    house.goto(page.url)
    press(house, "Ik heb opnieuw gekeken")
    expect(house.get_by_text("kijk opnieuw vóór")).to_have_count(0)


def test_a_rule_is_set_aside_by_two(house: Page, page: Page, asks: Callable[..., str], site: Site) -> None:
    household = asks("Q.F.")
    house.goto(f"{household}where/")
    option = house.locator(".options > li").filter(has=house.locator("[name=why]")).first
    option.locator("[name=why]").fill("Verzonnen: nergens anders is plek.")
    press(option, "Geef")
    expect(house.get_by_text("Vraag een collega").first).to_be_visible()
    expect(house.get_by_role("button", name="Geef de unit")).to_have_count(0)
    page.context.clear_cookies()
    sign_in(page, site, "closed", household, NIGHT)
    press(page, "Ik ben het ermee eens")
    house.reload()
    press(house, "Geef de unit")
    expect(house.get_by_role("button", name="Zij is er")).to_be_visible()


def test_a_unit_is_taken_out_of_use_with_people_in_it(house: Page, site: Site) -> None:
    lived_in = house.locator(".unit", has=house.locator(".people")).first
    name = lived_in.locator("h3 a").inner_text().split()[-1]
    lived_in.locator("h3 a").click()
    house.locator("#id_why").select_option("repair")
    house.locator("#id_until_on").fill(day(3))
    press(house, "Neem buiten gebruik")
    house.goto(f"{site.closed}/shelter/")
    alarmed = house.locator(".unit", has_text="buiten gebruik, en bewoond")
    expect(alarmed.locator("h3")).to_contain_text(name)
    assert faults(house) == []
    alarmed.locator("h3 a").click()
    press(house, "Neem weer in gebruik")
    house.goto(f"{site.closed}/shelter/")
    expect(alarmed).to_have_count(0)


def test_the_list_for_the_night_prints_initials_and_nothing_to_click(house: Page, site: Site) -> None:
    house.goto(f"{site.closed}/shelter/night/")
    house.emulate_media(media="print")
    expect(house.locator("tbody tr").first).to_be_visible()
    assert house.locator("tbody tr").count() > 30
    for part in ("nav", ".who", ".on-screen"):
        assert house.locator(part).locator("visible=true").count() == 0
    assert house.locator("tbody a").count() == 0
    assert "Verzonnen" not in house.locator("main").inner_text()


def test_the_board_is_walked_by_keyboard_alone(house: Page) -> None:
    house.locator("body").focus()
    seen = []
    for _ in range(40):
        house.keyboard.press("Tab")
        seen.append(house.evaluate("document.activeElement.closest('.unit') !== null"))
        if seen[-1] and house.evaluate("document.activeElement.closest('.people') !== null"):
            break
    assert seen[-1]
    outline = house.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    house.keyboard.press("Enter")
    expect(house.get_by_role("heading", name="Opvang:")).to_be_visible()


def test_the_board_shows_what_a_colleague_did_without_being_asked(house: Page, asks: Callable[..., str]) -> None:
    asks("Q.C.")
    told = house.locator("main p.soft").first
    before = re.search(r"(\d+) wacht", told.inner_text())
    house.reload()
    count = int(re.search(r"(\d+) wacht", told.inner_text())[1])
    asks("Q.D.")
    expect(told).to_contain_text(f"{count + 1} wacht", timeout=40_000)
    assert before
