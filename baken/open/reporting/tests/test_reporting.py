# SPDX-License-Identifier: EUPL-1.2
"""A report on its way in: the steps, the sealing, sending twice, and what is refused."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from baken.bridge.models import Report
from baken.open.reporting import actions
from baken.open.reporting.receipts import Receipt
from baken.open.reporting.tests.telling import ANSWERS, WORK, fields, receipt, walk


def test_it_seals_what_was_said_and_shows_a_number(centre):
    client = Client()
    page = walk(client, ANSWERS)
    assert page.status_code == 200
    assert len(receipt(page)) == 24
    (letter,) = centre.letters()
    assert letter["kind"] == "report"
    assert letter["public"] == centre.reports()[0]["public"]
    assert {name: letter[name] for name in ANSWERS} == ANSWERS
    assert letter["language"] == "nl"
    (row,) = centre.reports()
    assert row["hour"].minute == row["hour"].second == row["hour"].microsecond == 0


def test_a_professional_is_asked_who_she_is(centre):
    page = walk(Client(), ANSWERS | WORK, address="/en/contact/")
    assert "We have it" in page.content.decode()
    (letter,) = centre.letters()
    assert (letter["organisation"], letter["informed"], letter["language"]) == ("Verzonnen school", "no", "en")


def test_files_travel_as_letters_of_their_own(centre):
    file = SimpleUploadedFile("kanarie-naam.txt", "kanarie-bestand é".encode(), "application/x-msdownload")
    walk(Client(), ANSWERS, [file])
    (letter,) = [each for each in centre.letters() if each["kind"] == "file"]
    assert (letter["name"], letter["type"]) == ("kanarie-naam.txt", "text/plain")
    assert letter["original"] == letter["clean"] == "kanarie-bestand é".encode()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([SimpleUploadedFile("a.exe", b"MZ\x00\x01")], "cannot be taken"),
        ([SimpleUploadedFile("a.svg", b"<svg onload='x'/>\x00")], "cannot be taken"),
        ([SimpleUploadedFile(f"{number}.txt", b"x") for number in range(4)], "Three files at most"),
        ([SimpleUploadedFile("a.txt", b"x" * (10 * 2**20 + 1))], "10 MB at most"),
    ],
)
def test_other_files_are_refused_in_words(centre, files, said):
    page = walk(Client(), ANSWERS, files, address="/en/contact/")
    assert page.status_code == 400
    assert said in page.content.decode()
    assert centre.letters() == centre.reports() == []


def test_going_back_loses_nothing(centre):
    client = Client()
    page = client.post("/contact/", {"step": "0", "who": "self", "go": "next"})
    page = client.post(
        "/contact/", {**fields(page), "step": "1", "words": "half gezegd <b>&amp;\n\n regel", "go": "back"}
    )
    assert fields(page)["words"] == "half gezegd <b>&amp;\n\n regel"
    page = client.post("/contact/", {**fields(page), "go": "next"})
    assert fields(page)["words"] == "half gezegd <b>&amp;\n\n regel"


@pytest.mark.parametrize(
    "sent", [{}, {"step": "9"}, {"step": "x", "who": "self"}, {"step": "0"}, {"step": "3", "go": "next"}]
)
def test_a_step_that_lacks_something_is_shown_again(centre, sent):
    page = Client().post("/contact/", sent)
    assert page.status_code in (200, 400)
    assert "<form" in page.content.decode()
    assert centre.reports() == []


def test_sending_twice_is_sending_once(centre):
    report, number = uuid4(), Receipt.new()
    first = actions.report(report=report, receipt=number, content={"kind": "report"})
    again = actions.report(report=report, receipt=number, content={"kind": "report"})
    assert first == again == number
    assert len(centre.letters()) == 1
    with pytest.raises(actions.AlreadySent):
        actions.report(report=report, receipt=Receipt.new(), content={"kind": "report"})


def test_what_was_changed_before_it_was_sent_again_is_not_lost(centre):
    report, number = uuid4(), Receipt.new()
    actions.report(report=report, receipt=number, content={"kind": "report", "words": "een"})
    again = actions.report(report=report, receipt=number, content={"kind": "report", "words": "ander"})
    assert again == number
    said = {each["kind"]: each["words"] for each in centre.letters()}
    assert said == {"report": "een", "addition": "ander"}


@pytest.mark.parametrize("charset", ["unicode_escape", "utf-16", "latin-1"])
def test_a_form_in_another_charset_is_refused(centre, charset):
    page = Client().post("/contact/", b"step=0", content_type=f"application/x-www-form-urlencoded; charset={charset}")
    assert page.status_code == 400
    assert centre.reports() == []


def test_three_large_files_are_taken_and_nothing_is_cut_off(centre):
    files = [SimpleUploadedFile(f"{number}.txt", b"x" * (9 * 2**20)) for number in range(3)]
    assert len(receipt(walk(Client(), ANSWERS, files))) == 24
    assert len(centre.letters()) == 4


def test_words_are_kept_where_the_database_or_the_pepper_is_away(centre, settings, tmp_path):
    settings.RECEIPT_PEPPER = tmp_path / "none"
    page = walk(Client(), ANSWERS)
    assert page.status_code == 503
    assert fields(page)["words"] == ANSWERS["words"]


def test_a_number_that_is_anothers_is_drawn_anew(centre):
    taken = actions.report(report=uuid4(), receipt=Receipt.new(), content={})
    other = actions.report(report=uuid4(), receipt=Receipt(taken.locator, "0" * 16), content={})
    assert other.locator != taken.locator
    assert len(centre.reports()) == 2


def test_nothing_is_kept_where_no_centre_is(committed):
    page = walk(Client(), ANSWERS, address="/en/contact/")
    assert page.status_code == 503
    assert "nothing was sent" in page.content.decode()
    assert fields(page)["words"] == ANSWERS["words"]
    assert not Report.objects.exists()


def test_no_page_sets_a_cookie_or_may_be_kept(centre):
    client = Client()
    pages = [client.get("/contact/"), walk(client, ANSWERS), client.get("/contact/answers/")]
    for page in pages:
        assert not page.cookies
        assert page["Cache-Control"] == "no-store"
        assert page["Referrer-Policy"] == "no-referrer"
    assert not client.cookies


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_that_another_site_sent_is_refused(centre, site):
    page = Client().post("/contact/", {"step": "0", "who": "self"}, headers={"Sec-Fetch-Site": site})
    assert page.status_code == 403


def test_the_whole_world_reports_sixty_times_a_minute(centre):
    client = Client()
    assert [walk_on(client).status_code for _ in range(61)] == [200] * 60 + [429]


def walk_on(client):
    sent = {**ANSWERS, "step": "3", "go": "next", "once": str(uuid4()), "receipt": "".join(Receipt.new().groups)}
    return client.post("/contact/", sent)
