# SPDX-License-Identifier: EUPL-1.2
"""The three steps. No test here asks for a database, so pytest-django would refuse any question to one."""

import logging
import re
from html import unescape
from itertools import product

import pytest
from django.test import Client

from baken.indicators.places import places
from baken.open.pagecache.keep import MARK
from baken.open.signalcheck import forms
from baken.open.signalcheck.signs import signs

EVERY = [(whom.value, what.value) for (whom, _), (what, _) in product(forms.WHOM, forms.WHAT)]
ALL = [each.key for each in signs().signs]


@pytest.fixture
def reader():
    """Provide somebody without a cookie, with the check against forged requests switched on."""
    return Client(enforce_csrf_checks=True)


def asked(reader, prefix="/en", **data):
    return reader.post(f"{prefix}/signals/", {"step": "signs", "whom": "both", "what": "any"} | data)


def text(response):
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split()))


def test_it_begins_with_whom_it_is_about(reader):
    page = reader.get("/en/signals/").content.decode()
    assert page.count('type="radio"') == 7
    assert re.findall(r'name="(\w+)" value="(\w+)" checked', page) == [("whom", "both"), ("what", "any")]
    assert 'href="tel:112"' in page


@pytest.mark.parametrize(("prefix", "said"), [("", "Een ander praat voor de persoon"), ("/en", "Somebody else speaks")])
def test_it_asks_in_the_readers_language(reader, prefix, said):
    assert said in text(asked(reader, prefix))


def test_it_asks_about_these_people_only(reader):
    page = asked(reader, whom="adult", what="labour").content.decode()
    ticks = re.findall(r'type="checkbox" name="sign" value="([\w-]+)"', page)
    assert "pay" in ticks
    assert "school-drops" not in ticks
    assert 'name="whom" value="adult"' in page
    assert 'name="what" value="labour"' in page


def test_it_marks_what_nobody_read_and_says_what_that_means(reader):
    page = text(asked(reader, whom="adult", what="labour"))
    assert "Says things that sound learned by heart (not checked yet)" in page
    assert "Is paid too little, late or not at all (not checked yet)" not in page
    assert "comes from a list that we have not yet read ourselves" in page
    # Where nothing below a heading was read, the heading says so once.
    page = text(asked(reader, whom="child", what="labour"))
    assert "Work (not checked yet)" in page
    assert "Is paid too little, late or not at all (not checked yet)" not in page


@pytest.mark.parametrize(("whom", "what"), EVERY)
@pytest.mark.parametrize("ticked", [[], ["others-speak"], ALL], ids=["none", "one", "all"])
def test_the_outcome_is_always_where_to_turn_and_never_no(reader, whom, what, ticked):
    response = asked(reader, step="outcome", whom=whom, what=what, sign=ticked)
    page = text(response)
    assert response.status_code == 200
    for number in ("112", "0900-8844", "033-448 11 86", "0800-7000"):
        assert number in page
    assert ("0800-2000" in page) == ("The reporting code (meldcode) in five steps" in page) == (whom != "adult")
    assert ("0800-5151" in page) == (what in {"labour", "any"})
    assert ("This is worth looking into" in page) == bool(ticked)
    assert ("Your feeling is reason enough to ask" in page) == (not ticked)
    for verdict in ("no trafficking", "not a victim", "unlikely", "low risk", "high risk", "points", "%"):
        assert verdict not in page.lower()


def test_it_shows_what_was_ticked_with_who_names_it(reader):
    page = text(asked(reader, step="outcome", whom="adult", what="labour", sign=["pay", "learned-by-heart"]))
    assert "Is paid too little, late or not at all Nederlandse Arbeidsinspectie · UNODC (not checked yet)" in page
    assert "Says things that sound learned by heart UNODC (not checked yet)" in page
    assert "Has no say in the work" not in page


def test_it_says_of_each_number_where_it_stood_and_that_nobody_confirmed_it(reader):
    page = text(asked(reader, step="outcome"))
    assert page.count("we have not yet confirmed it") == sum(each.verify for each in places()) == 5
    assert "Read on 28 November 2026 in a stored copy (Wegwijzer mensenhandel, CoMensha)" in page


def test_it_says_what_to_do_and_what_to_leave(reader):
    page = text(asked(reader, step="outcome"))
    for advice in ("Write down literally", "Do not confront", "Do not promise to keep it secret"):
        assert advice in page


def test_what_was_ticked_can_be_changed(reader):
    page = asked(reader, step="outcome", whom="child", what="sexual", sign=["papers", "runs-away"]).content.decode()
    hidden = re.findall(r'type="hidden" name="(\w+)" value="([\w-]+)"', page)
    assert hidden == [("whom", "child"), ("what", "sexual"), ("sign", "papers"), ("sign", "runs-away")]
    again = asked(reader, whom="child", what="sexual", sign=["papers", "runs-away"]).content.decode()
    assert re.findall(r'value="([\w-]+)" checked', again) == ["papers", "runs-away"]


@pytest.mark.parametrize(
    "data",
    [
        {}, {"step": "outcome"}, {"whom": "everybody", "what": "\x00", "step": "x" * 500},
        {"sign": "<script>alert(1)</script>"},
        {"step": "outcome", "whom": ["child", "adult"], "sign": ["<b>", "pay", "pay", "🙂"]},
    ],
)  # fmt: skip
def test_it_takes_whatever_comes(reader, data):
    response = reader.post("/en/signals/", data)
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_it_is_asked_in_no_other_way(reader, method):
    assert getattr(reader, method)("/signals/").status_code == 405


@pytest.mark.parametrize("step", ["about", "signs", "outcome"])
def test_it_keeps_nothing_anywhere(reader, step, caplog):
    caplog.set_level(logging.DEBUG)
    response = reader.get("/signals/") if step == "about" else asked(reader, "", step=step, sign=["papers"])
    assert "no-store" in response["Cache-Control"]
    assert MARK not in response
    assert response.cookies == {}
    assert "csrf" not in response.content.decode().lower()
    assert caplog.text == ""


def test_choices_never_stand_in_an_address(reader):
    page = "".join(
        each.content.decode()
        for each in (reader.get("/signals/"), asked(reader, ""), asked(reader, "", step="outcome"))
    )
    assert set(re.findall(r"<form[^>]*>", page)) <= {
        '<form class="stack" method="post" autocomplete="off">',
        '<form class="actions on-screen" method="post" autocomplete="off">',
    }
    wanted = reader.get("/signals/?whom=child&step=outcome").content.decode()
    assert re.findall(r'value="(\w+)" checked', wanted) == ["both", "any"]


def test_it_leads_to_the_centres_own_form(reader):
    assert '<a href="/en/contact/">Write to us</a>' in asked(reader, step="outcome").content.decode()


def test_it_offers_the_way_out_and_the_other_language_afresh(reader):
    page = asked(reader, "", step="outcome", sign=["papers"]).content.decode()
    assert "data-quick-exit" in page
    assert '<a href="/en/signals/" lang="en" hreflang="en">English</a>' in page
    assert '<a href="/signals/" aria-current="true">' in page
