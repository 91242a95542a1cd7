# SPDX-License-Identifier: EUPL-1.2
"""Published figures on their pages and in their files, older releases, and what was withdrawn."""

import csv
import datetime
import io
import json
import re
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from baken.bridge.tests import laying
from baken.open.pagecache.keep import MARK
from baken.tabulation.examples import examples
from baken.tabulation.taking import FILES

BY_ORIGIN, BY_FORM, BERG = "example-by-origin", "example-by-form-and-age", "example-estimate"
NONE = UUID(int=1)
LATER = datetime.date(2026, 6, 1)


@pytest.fixture
def door(committed):
    """Provide the address by which the closed door comes to the hatches of this copy."""
    return committed.home.address("open_bridge", "copy_open")


@pytest.fixture
def reader():
    return Client()


def text(response):
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split()))


def test_without_figures_it_says_so(door, reader):
    response = reader.get("/figures/")
    assert "Er zijn nog geen cijfers gepubliceerd." in text(response)
    assert "No figures have been published yet." in text(reader.get("/en/figures/"))
    assert response[MARK]


def test_it_lists_every_figure_with_a_picture(door, reader):
    for slug in examples():
        laying.release(door, slug)
    page = reader.get("/figures/").content.decode()
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg" viewBox') == len(examples())
    for slug, figure in examples().items():
        assert f'<h2><a href="/figures/{slug}">{figure.title.nl}</a></h2>' in page
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("slug", examples())
@pytest.mark.parametrize(("prefix", "language"), [("", "nl"), ("/en", "en")])
def test_a_figure_is_a_picture_words_and_a_table(door, reader, slug, prefix, language):
    laying.release(door, slug)
    response = reader.get(f"{prefix}/figures/{slug}")
    figure, page, said = examples()[slug], response.content.decode(), text(response)
    assert f"<h1>{figure.title.said(language)}</h1>" in page
    assert figure.definition.said(language) in said
    assert 'role="img" aria-label="' in page
    assert "CC BY 4.0" in said
    assert "<script" not in re.sub(r'<script (src="/static|type="application/ld)', "", page)
    assert "style=" not in page
    assert response[MARK]


def test_hidden_cells_are_hidden_in_the_table_and_it_says_why(door, reader):
    laying.release(door, BY_FORM)
    response = reader.get(f"/figures/{BY_FORM}")
    assert response.content.decode().count('<td class="covered">verborgen</td>') == 6
    assert "Verborgen is geen nul. Een getal is verborgen als het kleiner is dan 11" in text(response)
    body = re.search(r"<tbody>.*?</tbody>", response.content.decode(), re.DOTALL)[0]
    rows = [re.findall(r"<t[hd][^>]*>([^<]*)<", row) for row in body.split("<tr")[1:]]
    assert rows[0] == ["Seksueel", "64", "121", "88", "273"]
    assert rows[3] == ["Anders", "verborgen", "verborgen", "verborgen", "18"]
    assert rows[4] == ["totaal", "122", "209", "251", "582"]


def test_the_iceberg_says_between_what_and_what(door, reader):
    laying.release(door, BERG)
    page = text(reader.get(f"/en/figures/{BERG}"))
    assert "454 people, who are on one list or more" in page
    assert "4 methods estimate it, and together they come to 727 to 2,627 people" in page
    assert "average over many models" in page
    assert "Politie, Zorg, Opvang, Inspectie" in page


@pytest.mark.parametrize("ending", FILES)
def test_it_can_be_taken_as_a_file(door, reader, ending):
    laying.release(door, BY_ORIGIN)
    response = reader.get(f"/figures/{BY_ORIGIN}.{ending}")
    assert response.status_code == 200
    assert response["Content-Type"] == FILES[ending][0]
    assert response["Content-Disposition"] == f'attachment; filename="{BY_ORIGIN}-2026-03-02.{ending}"'
    assert response[MARK]
    assert (
        f'href="http://testserver/figures/{BY_ORIGIN}.{ending}"' in reader.get(f"/figures/{BY_ORIGIN}").content.decode()
    )


def test_the_description_leads_to_the_file_in_its_language(door, reader):
    laying.release(door, BY_ORIGIN)
    said = json.loads(reader.get(f"/en/figures/{BY_ORIGIN}.jsonld").content)
    assert said["url"] == f"http://testserver/en/figures/{BY_ORIGIN}.csv"
    rows = list(csv.DictReader(io.StringIO(reader.get(said["url"]).content.decode())))
    assert rows[0]["origin_label"] == "Netherlands"


@pytest.mark.parametrize(
    "path",
    ["another", "another.csv", f"{BY_ORIGIN}.exe", f"{BY_ORIGIN}/{NONE}", f"{BY_ORIGIN}/{NONE}.csv"],
)
def test_what_is_not_there_is_not_there(door, reader, path):
    laying.release(door, BY_ORIGIN)
    assert reader.get(f"/figures/{path}").status_code == 404


def test_an_older_release_stays_to_be_read_and_says_that_it_is_older(door, reader):
    old = laying.release(door, BY_ORIGIN)
    new = laying.release(door, BY_ORIGIN, replaces=old, on=LATER)
    newest = reader.get(f"/figures/{BY_ORIGIN}").content.decode()
    older = reader.get(f"/figures/{BY_ORIGIN}/{old}").content.decode()
    assert f'<a href="/figures/{BY_ORIGIN}/{old}">2 maart 2026</a>' in newest
    assert "Dit is een oudere uitgave." in older
    assert "Dit is een oudere uitgave." not in newest + reader.get(f"/figures/{BY_ORIGIN}/{new}").content.decode()
    assert f'href="http://testserver/figures/{BY_ORIGIN}/{old}.csv"' in older
    assert reader.get(f"/figures/{BY_ORIGIN}/{old}.csv").status_code == 200
    assert newest.count("<h1>") == 1


def test_what_was_withdrawn_says_so_at_every_address_of_it(door, reader):
    old = laying.release(door, BY_ORIGIN)
    laying.withdraw(door, BY_ORIGIN, LATER)
    for path in (BY_ORIGIN, f"{BY_ORIGIN}.csv", f"{BY_ORIGIN}/{old}", f"{BY_ORIGIN}/{old}.png"):
        response = reader.get(f"/figures/{path}")
        assert response.status_code == 410
        assert "Ze stonden hier tot 1 juni 2026." in text(response)
        assert MARK not in response
    assert "Er zijn nog geen cijfers gepubliceerd." in text(reader.get("/figures/"))


def test_the_sitemap_lists_figures_and_no_other(door, reader):
    laying.release(door, BY_ORIGIN)
    laying.release(door, BERG)
    laying.withdraw(door, BERG)
    listed = reader.get("/sitemap.xml").content.decode()
    assert f"<loc>http://testserver/figures/{BY_ORIGIN}</loc>" in listed
    assert f"<loc>http://testserver/en/figures/{BY_ORIGIN}</loc>" in listed
    assert "<loc>http://testserver/figures/</loc>" in listed
    assert BERG not in listed


def test_it_tells_machines_what_the_page_is(door, reader):
    laying.release(door, BERG)
    page = reader.get(f"/figures/{BERG}").content.decode()
    said = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])
    assert said["@type"] == "Dataset"
    assert said["temporalCoverage"] == "2025-01-01/2025-12-31"


def test_the_menu_knows_where_one_is(door, reader):
    assert '<a href="/figures/" aria-current="true">Cijfers</a>' in reader.get("/figures/").content.decode()


def test_who_follows_hears_of_each_release(door, reader):
    old = laying.release(door, BY_ORIGIN)
    assert (
        f'href="http://testserver/en/figures/{BY_ORIGIN}/{old}"' in reader.get("/en/figures/feed.atom").content.decode()
    )
    new = laying.release(door, BY_ORIGIN, replaces=old, on=LATER)
    response = reader.get("/figures/feed.atom")
    feed = response.content.decode()
    assert f"/figures/{BY_ORIGIN}/{new}" in feed
    assert str(old) not in feed
    assert "<updated>2026-06-01T00:00:00+00:00</updated>" in feed
    assert "<title>Voorbeeld: mensen naar herkomst</title>" in feed
    assert response[MARK]
    assert '<a href="/figures/feed.atom">' in reader.get("/figures/").content.decode()
