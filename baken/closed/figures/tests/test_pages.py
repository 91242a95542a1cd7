# SPDX-License-Identifier: EUPL-1.2
"""From a question to a released figure, by pages: counted, kept, shared, asked, released, withdrawn."""

import re
from dataclasses import replace
from uuid import UUID

import pytest
from django.utils.html import escape

from baken.bridge import figures as hatch
from baken.closed.figures import actions
from baken.closed.figures.models import Question, Release
from baken.closed.figures.tests.desk import ANALYST, LEAD, MANAGER, TITLE, today
from baken.core import clock
from baken.tabulation.carrying import unpacked
from baken.tabulation.drawing.saying import saying

ENGLISH = {"accept-language": "en"}


@pytest.fixture
def at(desk, signed_in):
    """Provide a way to sit down as somebody; a page is answered in English."""

    def sit(who, **how):
        client = signed_in(desk.cast.person(*who), **how)
        client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
        return client

    return sit


def asked(**other):
    day = today().isoformat()
    return {"dimensions": ["outcome"], "first": f"{today().year}-01-01", "last": day, "only": "", **other}


def kept(desk):
    """Return the newest question, as the analyst sees it."""
    with desk.working():
        return Question.objects.order_by("-made_at").first()


def test_a_question_is_counted_and_kept(desk, at):
    client = at(ANALYST)
    page = client.post("/figures/count/cases/", asked(look=""))
    assert page.status_code == 200
    assert f"<td>{desk.total()}</td>" in page.content.decode()
    assert Question.objects.count() == 0  # nothing is kept of what was looked at
    client.post("/figures/count/cases/", asked(keep="", title_nl="Verzonnen vraag", title_en="Made-up question"))
    found = kept(desk)
    assert (found.title_en, found.unit, found.dimensions) == ("Made-up question", "cases", ["outcome"])
    assert "Made-up question" in client.get("/figures/").content.decode()


def test_a_question_without_a_title_is_counted_and_not_kept(desk, at):
    before = kept(desk)
    page = at(ANALYST).post("/figures/count/cases/", asked(keep="", title_nl="", title_en="x")).content.decode()
    assert "This field is required." in page
    assert "What it comes to" in page
    assert kept(desk) == before


@pytest.mark.parametrize(
    ("other", "fault"),
    [
        ({"dimensions": ["sex", "age", "kind", "status"]}, "Choose at most three"),
        ({"dimensions": ["month", "age", "outcome"], "first": "2020-01-01"}, "more cells than anybody can look at"),
        ({"dimensions": []}, "This field is required."),
        ({"dimensions": ["name"]}, "Select a valid choice."),
        ({"first": "2026-05-01", "last": "2026-04-30"}, "Choose a last day after the first one"),
        ({"first": "1990-01-01", "last": "2026-04-30"}, "at most twenty years on"),
        ({"only": "sex:nobody"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_counted_is_said(at, other, fault):
    page = at(ANALYST).post("/figures/count/cases/", asked(look="", **other)).content.decode()
    assert fault in page
    assert "What it comes to" not in page


def test_what_is_read_down_is_longer_than_what_goes_across(at):
    page = at(ANALYST).post("/figures/count/cases/", asked(look="", dimensions=["sex", "outcome"])).content.decode()
    assert re.search(r'<th class="over"[^>]*>sex</th>', page)


def test_one_group_alone_is_counted(desk, at):
    page = at(ANALYST).post("/figures/count/cases/", asked(look="", only="kind:labour")).content.decode()
    assert "Nothing was found in this period." in page
    assert desk.total(kind="labour") == 0


def test_a_unit_that_is_none_is_unknown(at):
    assert at(ANALYST).get("/figures/count/people/").status_code == 404


def test_what_is_shared_is_seen_and_taken_out_by_colleagues(desk, at):
    key = desk.keeps("sex")
    assert at(LEAD).get(f"/figures/{key}/").status_code == 404
    at(ANALYST).post(f"/figures/{key}/share/")
    client = at(LEAD)
    page = client.get(f"/figures/{key}/").content.decode()
    assert "Made-up question" in page
    assert "<svg" in page
    assert "Ask to release" not in page
    file = client.get(f"/figures/{key}/table.csv")
    assert file["Content-Disposition"].endswith('.csv"')
    assert file["Cache-Control"] == "no-store"
    assert "total" in file.content.decode() or "*" in file.content.decode()
    assert client.get(f"/figures/{key}/table.xlsx").content[:2] == b"PK"
    assert client.get(f"/figures/{key}/table.exe").status_code == 404


def test_from_asking_to_the_public_and_back(desk, at):
    key = desk.keeps("sex")
    words = {"method_nl": "Verzonnen telling", "method_en": "Made-up count"}
    at(ANALYST).post(f"/figures/{key}/ask/", words)
    with desk.working():
        release = Release.objects.get(question=key).pk
    client = at(MANAGER)
    assert "Figures to release" in client.get("/").content.decode()
    page = client.get(f"/figures/releases/{release}/").content.decode()
    assert "Is this fit to be read by everybody?" in page
    assert "Made-up count" in page
    with desk.working():
        said = saying(unpacked(Release.objects.get(pk=release).figure), "en")
    assert [each for each in said if escape(each) not in page] == []
    client.post(f"/figures/releases/{release}/decide/", {"decision": "approve"})
    assert [each.release for each in hatch.shown()] == [release]
    assert "Is this fit" not in client.get(f"/figures/releases/{release}/").content.decode()
    client.post(f"/figures/releases/{release}/withdraw/", {"why": ""})
    assert hatch.shown()
    client.post(f"/figures/releases/{release}/withdraw/", {"why": "Verzonnen reden"})
    assert hatch.shown() == []
    assert "Verzonnen reden" in client.get(f"/figures/releases/{release}/").content.decode()


def test_who_decides_and_nobody_else_is_told_of_a_group_of_which_everybody_is_the_same(desk, at):
    # Of one day: a period with two years in it has a group of nobody, and hides both.
    with desk.working():
        key = actions.save(agency=desk.agency, asked=replace(desk.asked(), first=today()), title=TITLE).pk
    at(ANALYST).post(f"/figures/{key}/ask/", {"method_nl": "x", "method_en": "x"})
    with desk.working():
        release = Release.objects.get(question=key)
    warned = escape(release.warnings[0]["en"])
    assert str(today().year) in warned
    assert warned in at(MANAGER).get(f"/figures/releases/{release.pk}/").content.decode()
    assert warned not in at(ANALYST).get(f"/figures/releases/{release.pk}/").content.decode()


def test_asking_and_deciding_ask_for_the_second_factor_again(desk, at):
    key = desk.keeps("sex")
    words = {"method_nl": "Verzonnen telling", "method_en": "Made-up count"}
    client = at(ANALYST, fresh=False)
    assert "/account/confirm/" in client.post(f"/figures/{key}/ask/", words)["Location"]
    with desk.working():
        assert not Release.objects.filter(question=key).exists()
    assert (
        "/account/confirm/"
        in at(MANAGER, fresh=False).post(f"/figures/releases/{UUID(int=1)}/decide/", {"decision": "approve"})[
            "Location"
        ]
    )


def test_what_cannot_be_made_safe_says_what_can_be_done(desk, at):
    client = at(ANALYST)
    far = {"first": "2001-01-01", "last": "2001-12-31", "keep": "", "title_nl": "Verzonnen", "title_en": "Made up"}
    client.post("/figures/count/cases/", asked(**far))
    key = kept(desk).pk
    page = client.post(f"/figures/{key}/ask/", {"method_nl": "x", "method_en": "x"}).content.decode()
    assert "Choose a longer period or a wider group, or wait." in page
    assert "Choose a longer period" in client.post(f"/figures/{key}/share/", follow=True).content.decode()


def test_it_knows_what_day_it_is(at):
    assert f'value="{clock.today().isoformat()}"' in at(ANALYST).get("/figures/count/stays/").content.decode()


def test_a_title_with_signs_that_nobody_sees_is_refused(at):
    titles = {"keep": "", "title_nl": "Verzonnen\x0b vraag", "title_en": "Made up"}
    page = at(ANALYST).post("/figures/count/cases/", asked(**titles)).content.decode()
    assert "invisible signs" in page


def test_who_decides_reads_who_is_counted(desk, at):
    client = at(ANALYST)
    titles = {"keep": "", "title_nl": "Alle dossiers", "title_en": "All cases"}
    client.post("/figures/count/cases/", asked(dimensions=["sex"], only="majority:unknown", **titles))
    client.post(f"/figures/{kept(desk).pk}/ask/", {"method_nl": "x", "method_en": "x"})
    with desk.working():
        release = Release.objects.get(question=kept(desk)).pk
    assert "Only under age: not known." in at(MANAGER).get(f"/figures/releases/{release}/").content.decode()


def titles(desk):
    """Return what the questions of a standard are called, as the analyst sees them."""
    with desk.working():
        return list(Question.objects.filter(title_en__startswith="Eurostat").values_list("title_en", flat=True))


def test_a_breakdown_of_others_is_looked_at_with_its_source_and_kept(desk, at):
    client = at(ANALYST)
    listed = client.get("/figures/standards/").content.decode()
    assert all(name in listed for name in ("Eurostat (crim_thb)", "SDG 16.2.2", "CoMensha", "IC-TIP"))
    sent = {"standard": "eurostat", "year": str(today().year)}
    page = client.post("/figures/standards/", {**sent, "look": ""}).content.decode()
    assert page.count("<table") == 4
    assert "Directive 2011/36/EU, article 19a(2)(a)" in page
    assert "To be verified before anything is sent by this name: registering organisation, citizenship, form" in page
    assert titles(desk) == []  # nothing is kept of what was looked at
    client.post("/figures/standards/", {**sent, "keep": ""})
    assert len(titles(desk)) == 4
    assert kept(desk).where == {"status": ["signal", "presumed", "recognised"]}


def test_a_year_or_a_standard_that_is_none_is_not_counted(at):
    client = at(ANALYST)
    for wrong in ({"standard": "ours", "year": str(today().year)}, {"standard": "sdg", "year": "1999"}):
        page = client.post("/figures/standards/", {**wrong, "look": ""}).content.decode()
        assert "Select a valid choice." in page
        assert "<table" not in page
