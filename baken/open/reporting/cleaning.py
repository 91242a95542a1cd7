# SPDX-License-Identifier: EUPL-1.2
"""Files that a reporter adds: which kinds are taken, and the copy without what a camera or program wrote in it. Pure.

The kind is read from the contents, never from the name. The original is sealed beside the clean copy: as evidence the
original may count, but what is shared is the copy.
"""

import io
from typing import NamedTuple

from PIL import Image, ImageOps, UnidentifiedImageError
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import NameObject

_IMAGES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
_MOST_PIXELS = 60_000_000  # of one picture; a telephone makes 50 million
_MOST_PAGES = 300
_SPEAKING = ("/Metadata", "/OpenAction", "/AA", "/Names", "/AcroForm", "/PieceInfo")


class Unfit(Exception):
    """A file is of no kind that is taken, or does not open."""


class Cleaned(NamedTuple):
    """A file's kind as its contents tell it, and the copy that may be shared."""

    kind: str
    body: bytes


def cleaned(original: bytes) -> Cleaned:
    """Return a file's kind and its clean copy; raise Unfit for any other kind."""
    if original.startswith(b"%PDF-"):
        return Cleaned("application/pdf", _pdf(original))
    try:
        return Cleaned("text/plain", _text(original))
    except UnicodeDecodeError:
        return _image(original)


def _text(original: bytes) -> bytes:
    text = original.decode("utf-8")
    if not text.strip() or any(ord(each) < ord(" ") and each not in "\t\r\n" for each in text):
        raise Unfit("no text that can be read")
    return text.encode()


def _image(original: bytes) -> Cleaned:
    try:
        with Image.open(io.BytesIO(original), formats=list(_IMAGES)) as picture:
            kind = str(picture.format)
            if picture.width * picture.height > _MOST_PIXELS:
                raise Unfit("too large a picture")
            upright = ImageOps.exif_transpose(picture)
            bare = upright.convert("RGBA" if "A" in upright.getbands() and kind != "JPEG" else "RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Unfit("no picture that opens") from error
    made = io.BytesIO()
    bare.info = {}  # what was written beside the picture: place, moment, owner
    bare.save(made, kind)
    return Cleaned(_IMAGES[kind], made.getvalue())


def _pdf(original: bytes) -> bytes:
    """Return its pages alone, without who made it, what it does when opened, forms and files within it."""
    try:
        reader = PdfReader(io.BytesIO(original))
        if reader.is_encrypted or len(reader.pages) > _MOST_PAGES:
            raise Unfit("closed, or too long")
        writer = PdfWriter()
        for page in reader.pages:
            for name in ("/Metadata", "/AA", "/PieceInfo", "/Annots"):
                page.pop(NameObject(name), None)
            writer.add_page(page)
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, AttributeError) as error:
        raise Unfit("no PDF that opens") from error
    for name in _SPEAKING:
        writer.root_object.pop(NameObject(name), None)
    writer.metadata = None
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
