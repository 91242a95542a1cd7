# SPDX-License-Identifier: EUPL-1.2
"""The report form in a further language, from nothing but a translation file."""

import pytest
from babel.messages.pofile import write_po
from django.test import Client

from baken.core import words
from baken.open.reporting.tests.telling import ANSWERS, receipt, walk


def translate(path):
    """Write before each message that it is translated."""
    catalogue = words.read(path)
    for message in catalogue:
        if message.id:
            many = isinstance(message.id, tuple)
            message.string = ("*" + message.id[1],) * catalogue.num_plurals if many else "*" + message.id
    with path.open("wb") as file:
        write_po(file, catalogue)


@pytest.fixture
def ukrainian(tmp_path, settings):
    """Provide a folder in which somebody began a language and translated all of it."""
    return begun(tmp_path, settings, "uk")


def begun(tmp_path, settings, language):
    """Begin a language, translate all of it, and let the form speak it."""
    path = words.begin(tmp_path, language)
    assert words.main("check", str(tmp_path)) == 1
    translate(path)
    assert words.main("check", str(tmp_path)) == 0
    assert words.main("compile", str(tmp_path)) == 0
    settings.REPORT_LOCALES = [tmp_path]
    settings.LOCALE_PATHS = [*settings.LOCALE_PATHS, tmp_path]
    return path


def test_the_whole_form_speaks_it(centre, ukrainian):
    page = walk(Client(), ANSWERS, address="/uk/contact/")
    assert page.status_code == 200
    assert page["Content-Language"] == "uk"
    assert len(receipt(page)) == 24
    text = page.content.decode()
    assert '<html lang="uk"' in text
    assert "*We have it" in text
    assert 'href="/uk/contact/answers/"' in text
    assert 'href="/en/"' in text
    (letter,) = centre.letters()
    assert letter["language"] == "uk"


def test_every_page_of_the_form_leads_to_it_and_back(db, ukrainian):
    ways = {address: Client().get(address).content.decode() for address in ("/contact/", "/en/contact/answers/")}
    assert '<a href="/uk/contact/" lang="uk" hreflang="uk">Українська</a>' in ways["/contact/"]
    assert 'href="/uk/contact/answers/"' in ways["/en/contact/answers/"]
    back = Client().get("/uk/contact/answers/").content.decode()
    assert 'href="/contact/answers/"' in back
    assert 'href="/en/contact/answers/"' in back
    assert 'hreflang="uk"' not in back


@pytest.mark.parametrize("address", ["/uk/", "/uk/search/", "/xx/contact/", "/nl/contact/"])
def test_nothing_else_is_there_in_it(db, ukrainian, address):
    assert Client().get(address).status_code == 404


def test_without_a_folder_there_is_no_further_language(db):
    assert Client().get("/uk/contact/").status_code == 404
    assert "Українська" not in Client().get("/contact/").content.decode()


def test_it_asks_no_more_than_the_form(ukrainian):
    places = {place for message in words.catalogue("uk") for place, _line in message.locations}
    assert {place.split("/")[0] for place in places} == {"open", "design"}
    assert len(words.catalogue("uk")) < len(words.catalogue("nl")) / 4


def test_it_speaks_a_language_that_django_has_no_name_for(centre, tmp_path, settings):
    begun(tmp_path, settings, "ti")
    assert 'hreflang="ti">ትግርኛ</a>' in Client().get("/contact/").content.decode()
    assert len(receipt(walk(Client(), ANSWERS, address="/ti/contact/"))) == 24


def test_a_folder_that_names_no_language_is_none(db, ukrainian, tmp_path, settings):
    for name in ("Oekraïens", "xx"):
        (tmp_path / name).mkdir()
        (tmp_path / "uk" / "LC_MESSAGES").rename(tmp_path / name / "LC_MESSAGES")
        assert Client().get("/contact/").status_code == 200
        assert Client().get("/xx/contact/").status_code == 404
        (tmp_path / name / "LC_MESSAGES").rename(tmp_path / "uk" / "LC_MESSAGES")
