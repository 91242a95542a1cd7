# SPDX-License-Identifier: EUPL-1.2
"""The copy holds everything of the person's and nothing of where she hides or who her helpers are by name."""

import io
import json
import zipfile
from collections import Counter

import pytest
from django.urls import reverse
from django.utils import translation

from baken.accounts.models import User
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework import reads
from baken.closed.casework.actions import add_note
from baken.closed.casework.models import SENDER
from baken.closed.registration.models import Exchange, Override, Word
from baken.closed.retention import rules
from baken.closed.retention.copy.reads import file
from baken.closed.retention.copy.sheets.file import sheet
from baken.closed.retention.copy.sheets.wording import day
from baken.closed.retention.tests.office import LEAD, MANAGER, OFFICER
from baken.closed.retention.tests.pdf import said
from baken.core.clock import today
from tests.cast import CANARIES, canary


def squeezed(text):
    return "".join(text.split())


@pytest.fixture
def made(office, signed_in):
    """Ask for the copy as the case manager does, in Dutch, and return the answer with what is in its zip."""
    page = reverse("copy", args=[office.file()])
    answer = signed_in(office.cast.person(*LEAD)).post(page, {"language": "nl"})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return answer, {name: archive.read(name) for name in archive.namelist()}


def test_it_is_one_zip_to_read_and_as_data_that_no_browser_keeps(made):
    answer, files = made
    assert sorted(files) == [
        "documents/001-kanarie-title-q7x.txt", "documents/002-kanarie-legal-q7x.txt",
        "documents/003-kanarie-health-q7x.txt", "file.json", "file.pdf",
    ]  # fmt: skip
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Cache-Control"] == "no-store"
    assert not answer.streaming


def test_it_holds_every_field_but_where_she_hides_and_where_the_house_is(made):
    _answer, files = made
    text, data = squeezed(said(files["file.pdf"])), files["file.json"].decode()
    assert files["documents/001-kanarie-title-q7x.txt"].decode() == canary("body")
    for field in set(CANARIES) - {"whereabouts", "address", "body"}:
        assert canary(field) in data
        assert squeezed(canary(field)) in text
    assert "Verzonnen Deelnemer" not in data + text
    # Of the record that she came with: who sent her may have been promised silence.
    assert "Verwijzer" not in data + text
    for field in ("whereabouts", "address"):
        assert canary(field) not in data + said(files["file.pdf"])
    assert json.loads(data)["left_out"] == file.LEFT_OUT


def test_it_names_nobody_who_stood_by_or_advised_and_says_so(office):
    names = ["Verzonnen Getuige", "Verzonnen Adviseur", "Verzonnen Ontvanger"]
    with office.working():
        word, sent = Word.objects.get(dossier=office.file()), Exchange.objects.get(dossier=office.file())
        told = {"dossier": word.dossier, "recorded_by": word.recorded_by, "on": word.on}
        said = {"purpose": word.purpose, "what": "refused", "by": word.by, "how": word.how}
        Word.objects.create(**told, **said, witness=names[0])
        Exchange.objects.create(**told, version=sent.version, kind="sent", what="mail", to=names[2])
        assert Override.objects.get(dossier=office.file()).name == names[1]
        copy = file.copy(office.file())
    assert len(copy["registration"]["words"]) == 2
    assert [name for name in names if name in json.dumps(copy, ensure_ascii=False)] == []
    assert {
        "who witnessed what was said about CoMensha",
        "names of who advised to register without consent",
        "to whom at CoMensha something was sent",
    } <= set(copy["left_out"])
    assert "Who reported or witnessed something is not named either." in sheet(copy, "en")["beginning"]


def test_it_names_no_colleague_but_tells_the_roles(office, made):
    _answer, files = made
    text, data = said(files["file.pdf"]), files["file.json"].decode()
    with office.working(MANAGER):
        names = [each for person in User.objects.all() for each in (person.last_name, person.email, str(person.pk))]
    assert [name for name in names if name in data or squeezed(name) in squeezed(text)] == []
    assert {role for note in json.loads(data)["notes"] for role in note["roles"]} == {"case_manager"}


def test_it_tells_how_long_the_file_is_kept_and_by_which_law(made):
    _answer, files = made
    kept = json.loads(files["file.json"])["kept"]
    assert kept["source"] in {"art. 7:454 BW (WGBO)", "art. 7.3.8 Jeugdwet"}
    assert squeezed(kept["source"]) in squeezed(said(files["file.pdf"]))


@pytest.mark.parametrize("kind", ["case", "report"])
def test_it_promises_nothing_that_the_rules_do_not(office, kind):
    office.owner.execute("UPDATE access_dossier SET kind = %s WHERE id = %s", [kind, office.file()])
    with office.working():
        copy = file.copy(office.file())
    promised = rules.answer_by(kind, today(), today()).day
    assert copy["kept"]["answer_by"] == promised.isoformat()
    told = " ".join(sheet(copy, "en")["rights"]["lines"])
    with translation.override("en"):
        asked, heard = day(today().isoformat()), day(promised.isoformat())
    assert f"If you ask on {asked}, you hear by {heard}" in told
    # No law says how long a report is kept: it is kept as a file is, by analogy.
    assert "law says" not in told
    assert ("by analogy" in told) is (kind == "report")


def test_it_is_logged_as_an_export_part_by_part(office, made):
    with office.working(OFFICER):
        found = Entry.objects.filter(activity="export", dossier_id=office.file())
        told = Counter()
        for each in found:
            told[each.part] += len(each.objects_touched)
    planned, reported, coded, trafficking, registered, arrived = 3 + 5 + 2, 4, 2, 3, 5, 1
    notes = 4 + arrived + planned + reported + coded + trafficking + registered
    contact = 1 + 2 + 1 + 1 + 1  # requests, who comes, a screening, a referral
    whereabouts = 1 + 1 + 6  # a stay, an absence, daily life
    assert told == {
        "cover": 1, "identity": 5, "contact": contact, "notes": notes, "legal": 3, "health": 2,
        "whereabouts": whereabouts,
    }  # fmt: skip


def test_it_holds_every_note_however_many(office):
    with office.working():
        for number in range(reads.SHOWN):
            add_note(dossier=office.file(), part=Part.NOTES, text=f"verzonnen {number}")
        texts = [note["text"] for note in file.copy(office.file())["notes"]]
    assert len(texts) == reads.SHOWN + 4
    assert texts[-1] == f"verzonnen {reads.SHOWN - 1}"


def test_it_holds_no_note_of_who_reported_or_sent_her(office):
    told = {"dossier": office.file(), "part": Part.NOTES, "text": "Verzonnen Melder"}
    with office.working():
        before = file.copy(office.file())["notes"]
        named = add_note(**told, kind=SENDER)
        assert file.copy(office.file())["notes"] == before
        add_note(**told)
        assert len(file.copy(office.file())["notes"]) == len(before) + 1
    with office.working(OFFICER):
        exported = Entry.objects.filter(dossier_id=office.file(), activity="export", kind="copy", part="notes")
        assert exported.exists()
        assert not exported.filter(objects_touched__contains=[str(named.pk)]).exists()


def test_it_asks_for_the_second_factor_again(office, signed_in):
    page = reverse("copy", args=[office.file()])
    client = signed_in(office.cast.person(*LEAD), fresh=False)
    for answer in (client.get(page), client.post(page, {"language": "nl"})):
        assert answer.status_code == 302
        assert answer.url.startswith("/account/confirm/")


def test_it_is_made_by_nobody_who_may_not_read_all_of_it(office):
    nobody = [MANAGER, OFFICER, ("therapist", "team"), ("intake", "team"), ("case_manager", "same"),
              ("case_manager", "glass"), ("case_manager", "consent"), ("case_manager", "ex_team")]  # fmt: skip
    for who in nobody:
        with pytest.raises(Refused), office.working(who):
            file.copy(office.file())
