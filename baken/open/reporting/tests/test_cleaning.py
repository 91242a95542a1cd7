# SPDX-License-Identifier: EUPL-1.2
"""The copy of a file that may be shared tells nothing of where, when, by whom and with what it was made."""

import io

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.actions import JavaScript

from baken.open.reporting.cleaning import Unfit, bare_jpeg, cleaned

SPOKEN = "kanarie-in-de-kop"


def picture(kind: str) -> bytes:
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = SPOKEN  # what it shows
    exif[0x0112] = 6  # lies on its side
    exif.get_ifd(0x8825)[1] = "N"  # where it was made
    Image.new("RGB", (40, 20), "red").save(made, kind, exif=exif)
    return made.getvalue()


@pytest.mark.parametrize(("kind", "type"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")])
def test_a_picture_keeps_what_it_shows_and_loses_what_it_tells(kind, type):
    original = picture(kind)
    assert SPOKEN.encode() in original
    found = cleaned(original)
    assert found.kind == type
    assert SPOKEN.encode() not in found.body
    with Image.open(io.BytesIO(found.body)) as copy:
        assert not copy.getexif()
        assert copy.size == (20, 40)  # upright, though nothing says any more that it lay on its side
        red, *others = copy.convert("RGB").getpixel((10, 20))
        assert red > 240 > max(others) + 200


def pdf(**beside) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Author": SPOKEN})
    writer.add_open_action(JavaScript(f"app.alert('{SPOKEN}')"))
    writer.add_attachment("kanarie.txt", SPOKEN.encode())
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def test_a_pdf_keeps_its_pages_and_nothing_that_acts_or_tells():
    original = pdf()
    assert SPOKEN.encode() in original
    found = cleaned(original)
    assert found.kind == "application/pdf"
    assert SPOKEN.encode() not in found.body
    copy = PdfReader(io.BytesIO(found.body))
    assert len(copy.pages) == 1
    assert not copy.attachments
    assert not {"/OpenAction", "/Names"} & copy.trailer["/Root"].keys()


def test_a_jpeg_with_a_second_picture_in_it_is_a_jpeg():
    made = io.BytesIO()
    first, second = Image.new("RGB", (8, 4), "red"), Image.new("RGB", (4, 2), "blue")
    first.save(made, "MPO", save_all=True, append_images=[second])
    found = cleaned(made.getvalue())
    assert found.kind == "image/jpeg"
    with Image.open(io.BytesIO(found.body)) as copy:
        assert (copy.format, copy.size) == ("JPEG", (8, 4))


def test_a_picture_in_a_pdf_tells_nothing_either():
    made = io.BytesIO()
    with Image.open(io.BytesIO(picture("JPEG"))) as photograph:
        photograph.save(made, "PDF", exif=photograph.getexif())
    original = made.getvalue()
    found = cleaned(original)
    assert SPOKEN.encode() not in found.body
    (image,) = PdfReader(io.BytesIO(found.body)).pages[0].images
    assert image.image.size == (40, 20)


def test_what_stands_beside_a_picture_is_taken_out_and_the_picture_is_not():
    original = picture("JPEG")
    bare = bare_jpeg(original)
    assert SPOKEN.encode() not in bare
    with Image.open(io.BytesIO(original)) as one, Image.open(io.BytesIO(bare)) as other:
        assert one.tobytes() == other.tobytes()


def test_a_text_stays_as_it_is():
    assert cleaned("Regel één\r\nregel twee".encode()) == ("text/plain", "Regel één\r\nregel twee".encode())


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"  \n",
        b"MZ\x90\x00",
        b"\x00",
        b"PK\x03\x04x",
        b"%PDF-1.7 x",
        b"GIF89a\x01",
        b"\xff\xd8\xff",
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_other_kinds_and_broken_ones_are_refused(body):
    with pytest.raises(Unfit):
        cleaned(body)


def test_a_picture_that_would_fill_the_memory_is_refused():
    made = io.BytesIO()
    Image.new("1", (9000, 9000)).save(made, "PNG")
    with pytest.raises(Unfit):
        cleaned(made.getvalue())
