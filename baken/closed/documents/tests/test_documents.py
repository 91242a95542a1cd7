# SPDX-License-Identifier: EUPL-1.2
"""A document is kept sealed, read by whoever works with its part, given out to be saved, and never changed."""

import psycopg
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from baken.closed.access.context import working_as
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.documents import actions, reads
from baken.closed.documents.kinds import MOST_BYTES, NotTaken
from baken.closed.documents.models import Document, Version
from baken.closed.documents.tests.test_kinds import PDF, PNG
from baken.closed.vault.sealing import Tampered
from tests.cast import canary

LEAD, OFFICER = ("case_manager", "team"), ("privacy_officer", "same")
NOBODY = [("shelter", "team"), ("police_liaison", "team"), ("case_manager", "same"), ("case_manager", "glass"),
          ("therapist", "consent"), ("case_manager", "ex_team"), OFFICER]  # fmt: skip


@pytest.fixture
def lead(cast):
    with working_as(cast.person(*LEAD)):
        yield cast.files["main"]


def add(dossier, part=Part.NOTES, body=PDF, name="brief.pdf"):
    return actions.add_document(dossier=dossier, part=part, title="Verzonnen brief", name=name, body=body)


def newest(document):
    return Version.objects.filter(document=document).latest("added_at")


def test_it_comes_back_as_it_was_added(lead):
    made = add(lead)
    taken = reads.take_out(lead, made.pk, newest(made).pk)
    assert (taken.body, taken.name, taken.media_type) == (PDF, "brief.pdf", "application/pdf")


def test_nothing_of_it_is_in_the_clear(cast, committed):
    with working_as(cast.person(*LEAD)):
        version = newest(add(cast.files["main"]))
    question = "SELECT name, media_type, body FROM documents_version WHERE id = %s"
    with psycopg.connect(committed.address("owner")) as owner:
        row = owner.execute(question, [version.pk]).fetchone()
    assert not any(word in bytes(each) for each in row for word in (b"brief", b"pdf", b"%PDF"))


def test_a_body_belongs_to_its_row(lead):
    first, second = newest(add(lead)), newest(add(lead, body=PNG))
    # As the database has them, sealed: one in the other's place.
    first.__dict__["body"] = second.__dict__["body"]
    with pytest.raises(Tampered):
        bytes(first.body)


def test_a_newer_version_stands_beside_the_older(lead):
    made = add(lead)
    old = newest(made)
    actions.add_version(dossier=lead, document=made.pk, name="foto.png", body=PNG)
    _found, shown = reads.document(lead, made.pk)
    assert [each.name for each in shown.versions.all()] == ["foto.png", "brief.pdf"]
    assert reads.take_out(lead, made.pk, old.pk).body == PDF


def test_what_is_struck_out_stays_to_be_seen_and_takes_no_more(lead):
    made = add(lead)
    actions.strike_document(dossier=lead, document=made.pk)
    assert made.pk in {each.pk for each in reads.documents_of(lead).documents}
    assert not reads.document(lead, made.pk)[0].writable
    for again in (
        lambda: actions.strike_document(dossier=lead, document=made.pk),
        lambda: actions.add_version(dossier=lead, document=made.pk, name="x.pdf", body=PDF),
    ):
        with pytest.raises(Refused):
            again()


@pytest.mark.parametrize("body", [b"", b"MZ\x00\x00", b"<html>"])
def test_what_is_not_taken_leaves_nothing_behind(lead, body):
    before = Document.objects.count()
    with pytest.raises(NotTaken):
        add(lead, body=body)
    assert Document.objects.count() == before


@pytest.mark.parametrize("who", NOBODY)
def test_nobody_else_writes_one(cast, who):
    dossier, document = cast.files["main"], cast.rows["document.notes"]
    with working_as(cast.person(*who)):
        for tried in (
            lambda: add(dossier),
            lambda: actions.add_version(dossier=dossier, document=document, name="x.pdf", body=PDF),
            lambda: actions.strike_document(dossier=dossier, document=document),
        ):
            with pytest.raises(Refused):
                tried()


def test_each_reads_the_documents_of_her_parts(cast):
    parts = {}
    for role in ("case_manager", "intake", "therapist", "legal_support"):
        with working_as(cast.person(role, "team")):
            parts[role] = {each.part for each in reads.documents_of(cast.files["main"]).documents}
    assert parts == {
        "case_manager": {"notes", "legal", "health"}, "intake": {"notes"},
        "therapist": {"notes", "health"}, "legal_support": {"notes", "legal"},
    }  # fmt: skip
    with working_as(cast.person("shelter", "team")), pytest.raises(Refused):
        reads.documents_of(cast.files["main"])


def test_a_version_is_taken_out_of_its_own_document_alone(cast, lead):
    made, other = add(lead), add(lead)
    for dossier, document in ((lead, other.pk), (cast.files["empty"], made.pk)):
        with pytest.raises(Refused):
            reads.take_out(dossier, document, newest(made).pk)


def test_it_is_given_out_to_be_saved_and_never_shown(cast, lead, signed_in):
    made = add(lead, name="Zoë.pdf")
    answer = signed_in(cast.person(*LEAD)).get(reverse("take_out", args=[lead, made.pk, newest(made).pk]))
    assert answer.content == PDF
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''Zo%C3%AB.pdf"
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    assert answer["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_every_step_is_in_the_log(cast, lead):
    made = add(lead)
    actions.add_version(dossier=lead, document=made.pk, name="x.pdf", body=PDF)
    reads.take_out(lead, made.pk, newest(made).pk)
    actions.strike_document(dossier=lead, document=made.pk)
    with working_as(cast.person(*OFFICER)):
        told = Entry.objects.filter(dossier_id=lead, kind__in=["document", "version"])
        mine = [(each.kind, each.action) for each in told.order_by("at") if str(made.pk) in each.objects_touched]
    assert mine == [("document", "C"), ("version", "C"), ("version", "R"), ("document", "U")]


def sent(client, dossier, **words):
    form = {"title": "Verzonnen", "part": "notes", "file": SimpleUploadedFile("brief.pdf", PDF), **words}
    return client.post(reverse("documents", args=[dossier]), form)


def test_it_is_added_by_the_page(cast, signed_in):
    client, dossier = signed_in(cast.person(*LEAD)), cast.files["main"]
    assert sent(client, dossier).status_code == 302
    body = client.get(reverse("documents", args=[dossier])).content.decode()
    assert body.count("Verzonnen</h2>") == 1
    assert canary("title") in body


@pytest.mark.parametrize(
    ("file", "field"),
    [
        (SimpleUploadedFile("x.pdf", b"MZ\x00\x00 no pdf"), "file"),
        (SimpleUploadedFile("x.pdf", b""), "file"),
        ("", "file"),
    ],
)
def test_the_page_says_what_is_wrong(cast, signed_in, file, field):
    answer = sent(signed_in(cast.person(*LEAD)), cast.files["main"], file=file)
    assert field in answer.context["form"].errors


def test_what_is_too_large_is_left_out_and_said(cast, signed_in):
    large = SimpleUploadedFile("x.txt", b"a" * (MOST_BYTES + 100_000))
    answer = sent(signed_in(cast.person(*LEAD)), cast.files["main"], file=large)
    assert "20 MB" in str(answer.context["form"].errors["file"])


def test_no_upload_is_ever_written_to_a_disk(settings):
    assert settings.FILE_UPLOAD_HANDLERS == ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
    assert settings.FILE_UPLOAD_MAX_MEMORY_SIZE > MOST_BYTES


def test_a_part_that_is_not_hers_is_refused(cast, signed_in):
    assert sent(signed_in(cast.person("intake", "team")), cast.files["main"], part="legal").status_code == 404
