# SPDX-License-Identifier: EUPL-1.2
"""From report to recovery: from a telephone without scripts to a file that is closed, three years of permits later."""

import datetime
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site
from tests.journeys.entering import sign_in
from tests.journeys.test_access import faults
from tests.journeys.test_closed_pages import WORKER
from tests.journeys.test_reporting import STORY, report

pytestmark = pytest.mark.browser

INTAKE = "intake@example.org"
ADDED = "Verzonnen antwoord: zij heet Voorbeeld en wil hulp."
# Days ago, and what happened then: a report within the reflection period, permits that follow each other, a conviction.
HISTORY = [
    (1200, "reflection_period_granted"), (1170, "report_signed"), (1170, "application_received"),
    (1169, "permit_granted_victim"),
    *((day - late, event) for day in (910, 640, 370, 100)
      for late, event in enumerate(("application_received", "permit_extended"))),
]  # fmt: skip


@contextmanager
def window(browser: Browser, **given: bool | dict[str, int]) -> Iterator[Page]:
    """Open a window of somebody else, beside the one of the test."""
    context = browser.new_context(locale="nl-NL", **given)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """Provide a telephone without scripts, in Dutch."""
    with window(browser, viewport={"width": 320, "height": 640}, java_script_enabled=False) as page:
        yield page


@pytest.fixture
def colleague(browser: Browser) -> Iterator[Page]:
    """Provide the screen of a second worker."""
    with window(browser) as page:
        yield page


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Provide a picture in which a camera wrote where it was."""
    path = tmp_path / "verzonnen.jpg"
    exif = Image.Exif()
    exif[0x010E] = "verzonnen plaats"
    Image.new("RGB", (60, 40), "navy").save(path, exif=exif)
    return path


def read(page: Page, site: Site, number: str) -> None:
    page.goto(f"{site.open}/contact/answers/")
    page.get_by_label("Je nummer").fill(" ".join(number[at : at + 4] for at in range(0, 24, 4)))
    page.get_by_role("button", name="Openen").click()


def take_and_ask(page: Page, site: Site, question: str) -> None:
    """Take the report that waits, look at what came with it, and ask something back."""
    page.get_by_role("link", name="Naar intake").click()
    expect(page.get_by_text("18 of ouder")).to_be_visible()
    expect(page.get_by_text(STORY)).to_have_count(0)
    assert faults(page) == []
    page.get_by_role("button", name="Ik neem het").first.click()
    expect(page.get_by_text(STORY)).to_be_visible()
    assert faults(page) == []
    with page.expect_download() as sent:
        page.get_by_role("link", name="Schone kopie").click()
    with Image.open(sent.value.path()) as copy:
        assert copy.size == (60, 40)
        assert not copy.getexif()
    page.get_by_label("Antwoord aan wie schreef").fill(question)
    page.get_by_role("button", name="Antwoord klaarzetten").click()
    expect(page.get_by_text("nog niet gelezen")).to_be_visible()


def recognise(page: Page) -> None:
    """Lay the indicators beside the report, and look whether she is known already."""
    report = page.url
    page.get_by_role("link", name="De signalen ernaast leggen").click()
    assert faults(page) == []
    page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
    page.locator("input[name=seen]").first.check()
    page.get_by_role("button", name="Bewaren").click()
    expect(page.locator("#recognised")).to_be_visible()
    page.get_by_role("link", name="Is zij al bekend?").click()
    assert faults(page) == []
    page.goto(report)


def open_a_file(page: Page) -> None:
    """Read what was added, and decide that a file is opened."""
    page.get_by_role("button", name="Lezen").click()
    expect(page.get_by_text(ADDED)).to_be_visible()
    page.get_by_role("link", name="Besluiten").click()
    assert faults(page) == []
    page.get_by_label("er is een dossier geopend").check()
    page.get_by_label("Waarom, en wat er is afgesproken").fill("Verzonnen reden")
    page.get_by_role("button", name="Besluiten").click()
    expect(page.get_by_text("Het dossier is geopend")).to_be_visible()


def offer(page: Page, words: str) -> None:
    """Offer the file to the case manager."""
    page.get_by_label("Aan wie").select_option(label="Mila Medewerker")
    page.get_by_label("Wat je collega moet weten").fill(words)
    page.get_by_role("button", name="Aanbieden").click()
    expect(page.get_by_text("nog geen antwoord")).to_be_visible()


def answer(page: Page, site: Site) -> None:
    """Read what is offered on today's page."""
    page.goto(f"{site.closed}/")
    page.get_by_role("link", name="Lees en antwoord").click()
    assert faults(page) == []


def hand_over(page: Page, colleague: Page, site: Site) -> None:
    """Offer the file twice: it stays with who has it until the colleague says yes."""
    offer(page, "Verzonnen: kun jij dit dossier overnemen?")
    answer(colleague, site)
    colleague.get_by_text("Ik kan het niet overnemen").click()
    colleague.get_by_label("Waarom niet").fill("Verzonnen: vol tot maandag")
    colleague.get_by_role("button", name="Weigeren").click()
    page.reload()
    expect(page.get_by_text("Verzonnen: vol tot maandag")).to_be_visible()
    expect(page.get_by_text("Dat ben jij.")).to_be_visible()
    offer(page, "Verzonnen: ook na maandag?")
    answer(colleague, site)
    colleague.get_by_role("button", name="Ja, ik neem het over").click()
    page.reload()
    expect(page.locator(".lead-name")).to_have_text("Mila Medewerker")
    assert faults(page) == []


def widen_the_team(page: Page) -> None:
    """Give the colleague of the shelter a place on the team."""
    page.get_by_label("Collega").select_option(label="Olaf Opvang")
    page.get_by_role("button", name="Plaats geven").click()
    expect(page.get_by_role("rowheader", name="Olaf Opvang")).to_be_visible()


def happened(page: Page, days_ago: int, event: str) -> None:
    """Write down what happened before the law."""
    page.locator("#id_event").select_option(event)
    page.locator("#id_on").fill((datetime.date.today() - datetime.timedelta(days=days_ago)).isoformat())
    page.get_by_role("button", name="Opschrijven").click()


def expect_clock(page: Page, name: str, stands: str) -> None:
    """Expect how a clock stands: the first of its name."""
    card = page.locator(".clock").filter(has=page.get_by_role("heading", name=name)).first
    expect(card.locator(".state").first).to_have_text(stands)


def go_through_the_law(page: Page) -> None:
    """Write down three years of it, and see the clocks follow each step."""
    happened(page, *HISTORY[0])
    expect_clock(page, "Einde van de bedenktijd", "verstreken")
    happened(page, *HISTORY[1])
    expect_clock(page, "Einde van de bedenktijd", "gestopt")
    for each in HISTORY[2:]:
        happened(page, *each)
    expect_clock(page, "Drie jaar onafgebroken op een vergunning mensenhandel", "gedaan")
    expect_clock(page, "Verlenging aanvragen", "gedaan")
    happened(page, 30, "conviction_irrevocable")
    happened(page, 20, "other_application")
    expect(page.locator(".fault")).to_have_count(0)
    assert faults(page) == []


def close(page: Page) -> None:
    """Close the file with its outcome, having looked at the terms of the law that go on."""
    page.get_by_label("Ik heb ernaar gekeken").check()
    page.get_by_label("zij gaat veilig zelf verder").check()
    page.get_by_label("In woorden").fill("Verzonnen: zij woont op zichzelf")
    page.get_by_role("button", name="Dossier sluiten").click()
    expect(page.get_by_text("is gesloten op")).to_be_visible()


def test_from_report_to_recovery(page: Page, site: Site, phone: Page, picture: Path, colleague: Page) -> None:
    number, question = report(phone, site, picture), "Verzonnen vraag: is zij veilig te bellen?"
    assert re.fullmatch(r"\d{24}", number)
    assert phone.context.cookies() == []
    sign_in(page, site, "closed", f"{site.closed}/", INTAKE)
    take_and_ask(page, site, question)
    recognise(page)

    read(phone, site, number)
    expect(phone.get_by_text(question)).to_be_visible()
    expect(phone.get_by_text(STORY)).to_have_count(0)
    phone.get_by_label("Wil je meer vertellen").fill(ADDED)
    phone.get_by_role("button", name="Versturen").click()
    expect(phone.get_by_text("Het ligt bij wat je eerder schreef.")).to_be_visible()

    page.reload()
    expect(page.get_by_text("is gelezen", exact=False)).to_be_visible()
    open_a_file(page)
    file = page.url
    page.get_by_role("link", name="Meldingen over deze persoon").click()
    expect(page.get_by_role("link", name=re.compile(r"^20\d\d-"))).to_have_count(1)

    sign_in(colleague, site, "closed", f"{site.closed}/", WORKER)
    page.goto(f"{file}lead/")
    hand_over(page, colleague, site)
    colleague.goto(f"{file}team/")
    widen_the_team(colleague)
    colleague.goto(f"{file}law/")
    go_through_the_law(colleague)
    colleague.goto(f"{file}close/")
    close(colleague)
