# SPDX-License-Identifier: EUPL-1.2
"""What is taken is known by its content: no name and no ending makes a file something else."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.documents import kinds
from baken.closed.documents.kinds import NotTaken, cleaned, recognised

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"


def packed(**entries):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, body in entries.items():
            archive.writestr(name, body)
    return made.getvalue()


DOCX = packed(**{"[Content_Types].xml": "", "word/document.xml": "<x/>"})
XLSX = packed(**{"[Content_Types].xml": "", "xl/workbook.xml": "<x/>"})
ODT = packed(mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": ""})
TAKEN = [
    (PDF, ".pdf"), (PNG, ".png"), (JPEG, ".jpg"), (HEIC, ".heic"), (DOCX, ".docx"), (XLSX, ".xlsx"), (ODT, ".odt"),
    ("Zoë schreef dit.\n".encode(), ".txt"), (b"\xef\xbb\xbfVerzonnen", ".txt"),
]  # fmt: skip
NOT_TAKEN = {
    "nothing": b"",
    "program": b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 60,
    "elf": b"\x7fELF\x02\x01\x01" + b"\x00" * 60,
    "page": b"<!DOCTYPE html><script>alert(1)</script>",
    "page after a space": b" \n\xef\xbb\xbf<html>",
    "picture with script": b'<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>',
    "script": b"#!/bin/sh\nrm -r x\n",
    "zip": packed(x="x"),
    "broken zip": b"PK\x03\x04" + b"x" * 40,
    "macros": packed(**{"word/document.xml": "", "word/vbaProject.bin": "x"}),
    "open macros": packed(mimetype="application/vnd.oasis.opendocument.text", **{"Basic/Standard/Module1.xml": ""}),
    "another open document": packed(mimetype="application/vnd.oasis.opendocument.presentation"),
    "gif": b"GIF89a" + b"\x01\x00" * 10,
    "old word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 60,
    "text with NUL": b"a\x00b",
    "bytes": bytes(range(128, 256)),
    "pdf further on": b"MZ\x00\x00" + PDF,
}


@pytest.mark.parametrize(("body", "ending"), TAKEN)
def test_it_takes_documents_photos_and_text(body, ending):
    assert recognised(body).endings[0] == ending


@pytest.mark.parametrize("what", NOT_TAKEN)
def test_it_takes_nothing_else(what):
    with pytest.raises(NotTaken):
        recognised(NOT_TAKEN[what])


def test_it_takes_no_more_than_20_mb():
    assert recognised(b"a" * kinds.MOST_BYTES) is kinds.TEXT
    with pytest.raises(NotTaken):
        recognised(b"a" * (kinds.MOST_BYTES + 1))


@given(st.binary(max_size=300))
def test_any_bytes_are_taken_or_not(body):
    for prefix in (b"", b"PK\x03\x04", b"%PDF-", b"\xff\xd8\xff"):
        try:
            assert recognised(prefix + body) in kinds.KINDS
        except NotTaken:
            continue


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"), ("C:\\x\\brief.PDF", "brief.pdf"), ("a.exe", "a.exe.pdf"),
        ("\u202efdp.exe", "fdp.exe.pdf"), ("a\r\nSet-Cookie: b", "aSet-Cookie b.pdf"), ("", "document.pdf"),
        (".pdf", "document.pdf"), ("x" * 300 + ".pdf", "x" * 100 + ".pdf"), ("Zoë's brief.pdf", "Zoë's brief.pdf"),
    ],
)  # fmt: skip
def test_a_name_is_safe_and_ends_as_its_kind_does(name, kept):
    assert cleaned(name, recognised(PDF)) == kept


@given(st.text(max_size=200), st.sampled_from(kinds.KINDS))
def test_a_cleaned_name_stays_as_it_is(name, kind):
    kept = cleaned(name, kind)
    assert cleaned(kept, kind) == kept
    assert kept.lower().endswith(kind.endings)
    assert not {"/", "\\", "\n", "\r", "\0", '"'} & set(kept)
