# SPDX-License-Identifier: EUPL-1.2
import re

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from baken.accounts.models import User
from baken.design.context import QUICK_EXIT, section


def rendered(template, path="/", *, language="nl", **context):
    request = RequestFactory().get(path)
    request.user = User(email="testpersoon.a@example.org")
    with translation.override(language):
        return render_to_string(template, context, request)


@pytest.fixture
def closed(settings):
    settings.DOOR = "closed"
    settings.ROOT_URLCONF = "baken.design.tests.closed_urls"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_tells_its_language_and_lets_a_keyboard_skip(language):
    page = rendered("design/base_open.html", language=language)
    assert f'<html lang="{language}" dir="ltr"' in page
    assert page.index('href="#content"') < page.index("<header")
    assert '<main id="content"' in page


def test_it_hands_no_address_on_and_still_lets_forms_come_home():
    # With "no-referrer" browsers send `Origin: null` with a form, which Django's CSRF check refuses.
    assert '<meta name="referrer" content="same-origin">' in rendered("design/base_open.html")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_lets_a_reader_leave_without_a_script(language):
    page = rendered("design/base_open.html", language=language)
    link = re.search(r"<a class=\"exit\"[^>]*>", page)[0]
    assert f'href="{QUICK_EXIT[language]}"' in link
    assert "noreferrer" in link
    assert "data-neutral-title" in link


def test_it_offers_the_same_page_in_the_other_language():
    other = {"code": "en", "url": "/en/concepts/", "name": "English"}
    page = rendered("design/base_open.html", "/concepts/", alternates=[other])
    assert '<link rel="alternate" hreflang="en" href="/en/concepts/">' in page
    assert '<a href="/en/concepts/" lang="en" hreflang="en">English</a>' in page


@pytest.mark.parametrize(
    ("path", "entry"),
    [
        ("/", "databank"), ("/en/", "databank"), ("/search/?q=x", "databank"), ("/artikelen/x/", "databank"),
        ("/sources/", "sources"), ("/en/sources/bwb/X", "sources"), ("/concepts/", "concepts"),
        ("/search/?kind=signal-card", "signals"), ("/en/search/?kind=signal-card&q=x", "signals"),
        ("/signals/", "signals"), ("/en/signals/", "signals"),
    ],
)  # fmt: skip
def test_it_knows_where_in_the_menu_a_reader_is(path, entry):
    assert section(RequestFactory().get(path)) == entry
    assert rendered("design/base_open.html", path).count("aria-current") == 1


def test_it_loads_htmx_only_where_it_is_used():
    assert "htmx" not in rendered("design/base_open.html")


def test_it_never_looks_at_who_reads_an_open_page():
    class Watched:
        def __getattr__(self, name):
            raise AssertionError(f"an open page asked for the reader's {name}")

    request = RequestFactory().get("/")
    request.session = Watched()
    request.user = Watched()
    assert "<main" in render_to_string("design/base_open.html", {"user": request.user}, request)


def test_it_tells_staff_who_is_signed_in(closed):
    page = rendered("design/base_closed.html")
    assert "testpersoon.a@example.org" in page
    assert 'action="/sign-out/"' in page
    assert "data-quick-exit" not in page


@pytest.mark.parametrize("template", ["404.html", "403.html", "403_csrf.html"])
def test_it_says_what_happened_at_either_door(template, settings):
    assert "data-quick-exit" in rendered(template)
    settings.DOOR, settings.ROOT_URLCONF = "closed", "baken.design.tests.closed_urls"
    assert "data-quick-exit" not in rendered(template)


@pytest.mark.parametrize("template", ["400.html", "500.html"])
def test_it_says_so_even_when_nothing_works(template):
    page = render_to_string(template)
    assert "<h1>" in page
    assert "/static/design/public.css" in page
