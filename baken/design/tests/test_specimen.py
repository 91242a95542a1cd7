# SPDX-License-Identifier: EUPL-1.2
"""Every part in every state, seen by a real browser: narrow and wide, light and dark, on paper, in forced colours."""

import mimetypes
from urllib.parse import urlsplit

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from baken.design.assemble import PACKAGES, TARGET
from tests import machine

pytestmark = pytest.mark.browser

ADDRESS = "http://specimen.test"
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
    "contrast": {"contrast": "more"},
}


@pytest.fixture(scope="module")
def browser():
    with machine.browser() as started:
        yield started


@pytest.fixture(scope="module")
def html():
    request = RequestFactory().get("/")
    with translation.override("en"):
        return render_to_string("design/specimen.html", {}, request)


@pytest.fixture
def show(browser, html):
    """Return a function that opens the specimen in a window; nothing leaves this process."""
    contexts = []

    def serve(route):
        path = urlsplit(route.request.url).path
        file = TARGET.parent / path.removeprefix("/static/")
        if path == "/":
            route.fulfill(body=html, content_type="text/html")
        elif path.startswith("/static/") and file.is_file():
            route.fulfill(path=file, content_type=mimetypes.guess_type(path)[0] or "font/woff2")
        else:
            route.abort()

    def opened(width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.route("**/*", serve)
        page.goto(ADDRESS)
        page.evaluate("document.fonts.ready")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("look", LOOKS)
def test_it_has_no_barrier(show, look, width):
    page = show(width, **LOOKS[look])
    page.evaluate((PACKAGES / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    result = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    found = [f"{each['id']}: {node['html'][:120]}" for each in result["violations"] for node in each["nodes"]]
    assert found == []


@pytest.mark.parametrize("width", [280, 320, 768, 1280, 2400])
def test_it_never_scrolls_sideways(show, width):
    assert show(width).evaluate("document.documentElement.scrollWidth") <= width


def test_it_reads_in_our_own_letters(show):
    loaded = show().evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert {"Atkinson Hyperlegible Next Variable", "Source Serif 4 Variable"} <= {name.strip("\"'") for name in loaded}


@pytest.mark.parametrize("width", [320, 1280])
def test_it_keeps_the_way_out_in_its_corner(show, width):
    page = show(width)
    before = page.locator(".exit").bounding_box()
    page.evaluate("window.scrollTo(0, 2000)")
    page.wait_for_function("window.scrollY > 1500")
    after = page.locator(".exit").bounding_box()
    assert after == before
    assert before["x"] + before["width"] <= width
    assert before["height"] >= 44


def test_it_shows_where_the_keyboard_is(show):
    page = show()
    page.keyboard.press("Tab")
    assert page.locator(".utrecht-skip-link").bounding_box()["y"] >= 0
    for _ in range(12):
        page.keyboard.press("Tab")
        style = "e => [getComputedStyle(e).outlineStyle, parseFloat(getComputedStyle(e).outlineWidth)]"
        shape, thickness = page.evaluate(f"({style})(document.activeElement)")
        assert shape == "solid"
        assert thickness >= 2


def test_it_prints_the_text_and_not_the_furniture(show):
    page = show()
    page.emulate_media(media="print", color_scheme="dark")
    for hidden in (".ways", ".exit", ".toc", ".searchbar", ".facets", ".pager", ".asof"):
        assert not page.locator(hidden).first.is_visible()
    assert page.locator(".body").first.is_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_it_turns_round_for_a_script_from_right_to_left(show):
    page = show()
    left = "e => parseFloat(getComputedStyle(e).borderLeftWidth)"
    right = "e => parseFloat(getComputedStyle(e).borderRightWidth)"
    callout = page.locator('[dir="rtl"] .callout')
    assert callout.evaluate(right) > callout.evaluate(left)


def test_it_moves_nothing_for_who_asked_for_rest(show):
    page = show(reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("presses", [2, 3])
def test_it_leaves_after_three_times_shift_and_not_before(show, presses):
    page = show()
    left = []
    page.on("request", lambda request: left.append(request.url) if request.is_navigation_request() else None)
    for _ in range(presses):
        page.keyboard.press("Shift")
    heard = page.locator("[data-quick-exit-heard]")
    if presses == 3:
        page.wait_for_timeout(200)
        assert left == ["https://www.bbc.com/weather"]
    else:
        assert heard.inner_text() == "Press Shift once more to leave this page."
        page.keyboard.press("a")
        assert heard.inner_text() == ""
        assert left == []
