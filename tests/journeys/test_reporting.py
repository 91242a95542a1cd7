# SPDX-License-Identifier: EUPL-1.2
"""From a telephone to the closed door and back: somebody reports, is asked, answers by her number, and is helped."""

import datetime
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site
from tests.journeys.entering import sign_in
from tests.journeys.test_access import faults
from tests.journeys.test_closed_pages import WORKER

pytestmark = pytest.mark.browser

INTAKE = "intake@example.org"
STORY = "Verzonnen verhaal: zij mag het huis niet uit."
ADDED = "Verzonnen antwoord: zij heet Voorbeeld en wil hulp."


@pytest.fixture
def phone(browser: Browser):
    """Provide a telephone without scripts, in Dutch."""
    context = browser.new_context(locale="nl-NL", viewport={"width": 320, "height": 640}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """Provide a picture in which a camera wrote where it was."""
    path = tmp_path / "verzonnen.jpg"
    exif = Image.Exif()
    exif[0x010E] = "verzonnen plaats"
    Image.new("RGB", (60, 40), "navy").save(path, exif=exif)
    return path


def report(page: Page, site: Site, *files: Path) -> str:
    """Report without a name, and return the number."""
    page.goto(f"{site.open}/contact/")
    page.get_by_label("Ik maak me zorgen om iemand").check()
    page.get_by_role("button", name="Volgende").click()
    page.get_by_role("group", name="Is er nu iemand in gevaar?").get_by_label("Nee").check()
    page.get_by_label("18 of ouder").check()
    page.get_by_label("Wat is er aan de hand? Schrijf").fill(STORY)
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("heading", name="Mogen we weten hoe we je bereiken?")).to_be_visible()
    page.get_by_role("button", name="Volgende").click()
    expect(page.locator("dd", has_text=STORY)).to_be_visible()
    if files:
        page.get_by_label("Foto's of documenten").set_input_files(list(files))
    page.get_by_role("button", name="Versturen").click()
    return "".join(page.locator(".receipt span").all_inner_texts())


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


def test_a_report_goes_all_the_way(page: Page, site: Site, phone: Page, picture: Path) -> None:
    number, question = report(phone, site, picture), "Verzonnen vraag: is zij veilig te bellen?"
    assert re.fullmatch(r"\d{24}", number)
    assert phone.context.cookies() == []
    sign_in(page, site, "closed", f"{site.closed}/", INTAKE)
    take_and_ask(page, site, question)

    read(phone, site, number)
    expect(phone.get_by_text(question)).to_be_visible()
    expect(phone.get_by_text(STORY)).to_have_count(0)
    phone.get_by_label("Wil je meer vertellen").fill(ADDED)
    phone.get_by_role("button", name="Versturen").click()
    expect(phone.get_by_text("Het ligt bij wat je eerder schreef.")).to_be_visible()

    page.reload()
    expect(page.get_by_text("is gelezen", exact=False)).to_be_visible()
    open_a_file(page)
    page.get_by_role("link", name="Meldingen over deze persoon").click()
    expect(page.get_by_role("link", name=re.compile(r"^20\d\d-"))).to_have_count(1)
    page.goto(f"{site.closed}/intake/")
    expect(page.get_by_text("Er wacht geen melding bij de deur.")).to_be_visible()


def test_a_call_about_a_child_is_written_down_and_kept_in_sight(page: Page, site: Site) -> None:
    sign_in(page, site, "closed", f"{site.closed}/intake/", WORKER)
    page.get_by_role("link", name="Iemand belt").click()
    assert faults(page) == []
    page.get_by_label("onbekend").first.check()
    page.get_by_label("Wie belde").fill("Verzonnen mentor")
    page.get_by_label("jonger dan 18").check()
    page.get_by_label("Wat er aan de hand is").fill("Verzonnen gesprek over een kind")
    page.get_by_role("button", name="Opschrijven").click()
    expect(page.get_by_role("heading", name="Een kind")).to_be_visible()
    page.get_by_text("Nog niet: een andere stap").click()
    page.get_by_label("Volgende stap").select_option("assess")
    page.get_by_label("Uiterlijk").fill((datetime.date.today() + datetime.timedelta(days=1)).isoformat())
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("Opgeslagen.")).to_be_visible()
    page.goto(f"{site.closed}/")
    expect(page.get_by_text("verder beoordelen")).to_be_visible()
    assert faults(page) == []


def test_its_pages_have_no_barrier_and_fit_a_phone(page: Page, site: Site, picture: Path) -> None:
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 700})
        page.goto(f"{site.open}/contact/")
        assert faults(page) == []
        page.get_by_label("Ik ben een professional").check()
        page.get_by_role("button", name="Volgende").click()
        assert faults(page) == []
        page.get_by_role("button", name="Terug").click()
        expect(page.get_by_label("Ik ben een professional")).to_be_checked()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    report(page, site)
    assert faults(page) == []
    page.goto(f"{site.open}/contact/answers/")
    assert faults(page) == []
