# SPDX-License-Identifier: EUPL-1.2
"""A figure on its way out: an analyst counts and asks, a manager releases, a stranger reads, takes and hears it."""

import csv
import io
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site
from tests.journeys.entering import sign_in
from tests.journeys.test_access import faults
from tests.journeys.test_closed_pages import LEADER, walked

pytestmark = pytest.mark.browser

ANALYST = "analist@example.org"
COUNTED, ESTIMATED = "Voorbeeld: proef met verblijven", "Voorbeeld: proef met lijsten"
LISTS = "politie,zorg,opvang,aantal\n1,0,0,140\n0,1,0,120\n0,0,1,60\n1,1,0,19\n1,0,1,14\n0,1,1,17\n1,1,1,6\n"
NUMBER = re.compile(r"\d[\d.]*")


@pytest.fixture
def desks(browser: Browser, site: Site) -> Iterator[tuple[Page, Page]]:
    """Open a window for the analyst and one for who manages the house."""
    contexts = [browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 900}) for _ in range(2)]
    pages = [context.new_page() for context in contexts]
    for page, who in zip(pages, (ANALYST, LEADER), strict=True):
        sign_in(page, site, "closed", f"{site.closed}/figures/", who)
        expect(page.get_by_role("heading", level=1, name="Cijfers")).to_be_visible()
    yield pages[0], pages[1]
    for context in contexts:
        context.close()


def pressed(page: Page, name: str) -> None:
    """Press a button by keyboard."""
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def counted(page: Page, site: Site) -> str:
    """Count who came to stay, by age, keep that and ask to release it; return how many there are."""
    page.goto(f"{site.closed}/figures/")
    page.get_by_role("link", name="verblijven", exact=True).click()
    page.get_by_label("minderjarig").check()
    pressed(page, "Tellen")
    total = page.locator("tr.whole td").inner_text()
    assert faults(page) == []
    page.get_by_label("Titel in het Nederlands").fill(COUNTED)
    page.get_by_label("Titel in het Engels").fill("Example: a trial with stays")
    pressed(page, "Bewaren")
    page.get_by_role("link", name="Vrijgave vragen").click()
    pressed(page, "Vrijgave vragen")
    expect(page.get_by_text("wacht op een tweede persoon")).to_be_visible()
    return total


def released(page: Page, site: Site, title: str) -> None:
    """Find on today's page what waits, look at it and release it."""
    page.goto(f"{site.closed}/")
    page.get_by_role("link", name=re.compile(f"Bekijken.*{title}")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert faults(page) == []
    pressed(page, "Vrijgeven")
    expect(page.get_by_text("Vrijgegeven. Iedereen kan het vanaf nu lezen.")).to_be_visible()


def withdrawn(page: Page) -> None:
    page.get_by_text("Intrekken", exact=True).first.click()
    page.get_by_label("Waarom").fill("Verzonnen reden")
    pressed(page, "Intrekken")
    expect(page.get_by_text("Ingetrokken. De pagina zegt dat")).to_be_visible()


def found(reader: Page, site: Site, title: str) -> str:
    """Go to a figure as a stranger does; return its address."""
    reader.goto(f"{site.open}/figures/")
    reader.get_by_role("link", name=title).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(title)
    assert faults(reader) == []
    return reader.url


def test_a_figure_leaves_by_two_people_and_is_read_and_taken(desks: tuple[Page, Page], page: Page, site: Site) -> None:
    analyst, leader = desks
    total = counted(analyst, site)
    released(leader, site, COUNTED)
    address = found(page, site, COUNTED)
    expect(page.locator("tr.whole td")).to_have_text(total)
    with page.expect_download() as taken:
        page.locator("a[href$='.csv']").click()
    rows = list(csv.DictReader(io.StringIO(taken.value.path().read_text("utf-8"))))
    told = [int(row["value"]) for row in rows if row["value"]]
    assert max(told) == int(total)
    assert all(number >= 11 for number in told)
    withdrawn(leader)
    assert page.goto(address).status == 410
    page.goto(f"{site.open}/figures/")
    expect(page.get_by_role("link", name=COUNTED)).to_have_count(0)


def test_the_iceberg_is_heard_as_it_is_seen(desks: tuple[Page, Page], page: Page, site: Site) -> None:
    analyst, leader = desks
    assert walked(analyst, f"{site.closed}/figures/estimate/") == []
    told = {"histories": LISTS, "first": "2025-01-01", "last": "2025-12-31", "title_nl": ESTIMATED}
    told |= {"title_en": "Example: a trial with lists", "definition_nl": "Niemand.", "definition_en": "Nobody."}
    for name, word in told.items():
        analyst.locator(f"#id_{name}").fill(word)
    pressed(analyst, "Schatten")
    expect(analyst.get_by_role("heading", name="Waar het op neerkomt")).to_be_visible()
    assert faults(analyst) == []
    pressed(analyst, "Vrijgave vragen")
    expect(analyst.get_by_text("wacht op een tweede persoon")).to_be_visible()
    released(leader, site, ESTIMATED)
    address = found(page, site, ESTIMATED)
    berg = page.get_by_role("img", name=re.compile(ESTIMATED))
    expect(berg).to_be_visible()
    drawn = set(NUMBER.findall(" ".join(berg.locator("text").all_text_contents())))
    words = page.locator("section", has=page.get_by_role("heading", name="In woorden")).inner_text()
    assert "376" in drawn
    assert drawn <= set(NUMBER.findall(words))
    withdrawn(leader)
    assert page.goto(address).status == 410


def test_lists_from_our_own_files_are_counted_and_laid_where_they_are_estimated_from(
    desks: tuple[Page, Page], site: Site
) -> None:
    analyst, _leader = desks
    assert walked(analyst, f"{site.closed}/figures/estimate/own/") == []
    analyst.get_by_label("Van", exact=True).fill("2026-01-01")
    analyst.get_by_label("Tot en met").fill("2026-12-31")
    analyst.get_by_label("Politie", exact=True).select_option("lijst 5")
    pressed(analyst, "Tellen")
    expect(analyst.get_by_role("heading", name="Geteld uit onze eigen dossiers")).to_be_visible()
    histories = analyst.get_by_label("Wie op welke lijsten staat").input_value().splitlines()
    assert "politie" in histories[0].split(",")
    assert len(histories) == 1 + 31
    assert "niet vrijgegeven" in analyst.locator("section", has=analyst.locator("#own")).inner_text()
    assert faults(analyst) == []


def test_no_page_of_figures_has_a_barrier(desks: tuple[Page, Page], site: Site) -> None:
    analyst, leader = desks
    shared = analyst.locator("#questions ~ ul a").first.get_attribute("href")
    assert shared
    for path in ("/figures/", "/figures/count/cases/", "/figures/standards/", shared, f"{shared}ask/"):
        assert walked(analyst, f"{site.closed}{path}") == []
    for path in ("/figures/", shared):
        assert walked(leader, f"{site.closed}{path}") == []
