# SPDX-License-Identifier: EUPL-1.2
"""The figures of a year as a report: what colleagues see and nothing more, said in words too, and logged."""

import datetime
import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from baken.closed.access.context import working_as
from baken.closed.audit.models import Entry
from baken.closed.figures.yearly.content import Cover, report
from baken.closed.figures.yearly.printing import printed
from baken.closed.figures.yearly.reads import yearly, years
from baken.closed.shelter.board.counting import Month
from baken.core.clock import today
from baken.tabulation.drawing.saying import saying
from baken.tabulation.examples import examples
from baken.tabulation.shapes import Table

MANAGER, THERAPIST, OFFICER = ("manager", "same"), ("therapist", "same"), ("privacy_officer", "same")
TABLES = [each for each in examples().values() if isinstance(each, Table)]
ON = datetime.date(2026, 11, 30)
YEAR = today().year
MONTHS = [Month(datetime.date(2026, 2, 1), 50, 200), Month(datetime.date(2026, 1, 1), 20, 100)]


def made(code="nl", tables=TABLES, months=MONTHS):
    return report(Cover("Verzonnen centrum", 2026, ON), tables, months, code)


def read(pdf):
    """Return the text of a PDF, its pages one after another, and what it says of itself."""
    paper = PdfReader(io.BytesIO(pdf))
    return " ".join(" ".join(page.extract_text().split()) for page in paper.pages), paper


@pytest.mark.parametrize(("language", "title"), [("nl", "Jaarrapport 2026"), ("en", "Report of 2026")])
def test_it_is_one_paper_that_can_be_read_aloud(language, title):
    text, paper = read(printed(made(language)))
    root = paper.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == (language, True)
    assert paper.metadata.title == f"{title}, Verzonnen centrum"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    assert all(each.title.said(language) in text for each in TABLES)
    assert len(paper.outline) > 0


def test_every_picture_is_said_in_words_and_every_number_stands_in_a_table():
    found = [each for each in made().chapters if each.picture]
    assert len(found) == len(TABLES)
    for chapter, table in zip(found, TABLES, strict=True):
        assert chapter.picture.told == " ".join(saying(table, "nl"))
        assert len(chapter.table.rows) == len(chapter.table.totals)
        assert {len(row) for row in chapter.table.rows} == {len(chapter.table.head)}


def test_what_is_hidden_stays_hidden_and_is_explained():
    hiding = next(each for each in TABLES if None in each.values.values())
    [chapter] = [each for each in made("en", [hiding], []).chapters if each.picture]
    said = [cell for row in chapter.table.rows for cell in row]
    assert said.count("hidden") == list(hiding.values.values()).count(None)
    assert "Hidden is not zero." in " ".join(chapter.notes)


def test_nights_stand_in_the_order_of_the_year_and_only_where_there_are_some():
    assert made("en").chapters[-1].table.rows == [["January", "20", "100", "20%"], ["February", "50", "200", "25%"]]
    assert made(months=[]).chapters[-1].picture is not None


def test_a_report_of_nothing_can_be_printed_too():
    assert printed(made(tables=[], months=[])).startswith(b"%PDF")


def test_it_holds_what_is_shared_of_that_year_and_is_logged_as_printing(cast):
    agency = cast.rows["agency"]
    with working_as(cast.person(*THERAPIST)):
        assert years(agency) == [YEAR]
        found, empty = yearly(agency, YEAR, "nl"), yearly(agency, YEAR - 1, "nl")
    assert [bool(each.picture) for each in found.chapters].count(True) == 1
    assert not any(each.picture for each in empty.chapters)
    with working_as(cast.person(*OFFICER)):
        entries = Entry.objects.filter(activity="print", kind="yearly report").order_by("at")
        assert [(each.objects_touched, each.facts) for each in entries] == [
            ([str(cast.rows["question"])], {"year": str(YEAR)}),
            ([], {"year": str(YEAR - 1)}),
        ]


def test_only_who_works_in_the_house_or_manages_it_reads_of_nights(cast):
    last_night = today() - datetime.timedelta(days=1)

    def nights(who):
        with working_as(cast.person(*who)):
            return yearly(cast.rows["agency"], last_night.year, "nl").chapters[-1].title.startswith("De opvang")

    assert {role: nights((role, "same")) for role in ("manager", "shelter", "therapist", "analyst")} == {
        "manager": True, "shelter": True, "therapist": False, "analyst": False,
    }  # fmt: skip


def test_the_page_asks_and_answers_with_the_paper(cast, signed_in):
    client, address = signed_in(cast.person(*MANAGER)), reverse("figures_report")
    assert str(YEAR) in client.get(address).content.decode()
    answer = client.post(address, {"year": str(YEAR), "language": "en"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="verzonnen-centrum-report-of-{YEAR}.pdf"'
    assert "Made-up" in read(answer.content)[0] or "Example" in read(answer.content)[0]
    wrong = client.post(address, {"year": "1999", "language": "en"})
    assert (wrong.status_code, wrong["Content-Type"]) == (200, "text/html; charset=utf-8")
