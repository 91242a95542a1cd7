# SPDX-License-Identifier: EUPL-1.2
"""Files that a reporter adds: which kinds are taken, and the copy without what a camera or program wrote in it. Pure.

The kind is read from the contents, never from the name. The original is sealed beside the clean copy: as evidence the
original may count, but what is shared is the copy.
"""

import io
from typing import Any, NamedTuple

from PIL import Image, ImageOps
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

# A telephone puts a second picture into a JPEG, which is then called MPO; the first is the one that is shown.
_IMAGES = {"JPEG": "image/jpeg", "MPO": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
_READ = ("JPEG", "PNG", "WEBP")
_MOST_PIXELS = 60_000_000  # of one picture; a telephone makes 50 million
_MOST_PAGES = 300
_SCAN = 0xDA  # from here on there is only the picture
_TELLING = {*range(0xE1, 0xEE), 0xEF, 0xFE}  # APP1 to APP13, APP15, comment
_SPEAKING = ("/Metadata", "/OpenAction", "/AA", "/Names", "/AcroForm", "/PieceInfo")


class Unfit(Exception):
    """A file is of no kind that is taken, or does not open."""


class Cleaned(NamedTuple):
    """A file's kind as its contents tell it, and the copy that may be shared."""

    kind: str
    body: bytes


def cleaned(original: bytes) -> Cleaned:
    """Return a file's kind and its clean copy; raise Unfit for any other kind, and for what a library stumbles over."""
    try:
        return _cleaned(original)
    except Unfit:
        raise
    except Exception as error:  # a stranger made the file: what it makes a library do is nobody's to foresee
        raise Unfit("no file that can be looked at") from error


def _cleaned(original: bytes) -> Cleaned:
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
    with Image.open(io.BytesIO(original), formats=_READ) as picture:
        kind = _IMAGES[str(picture.format)]
        if picture.width * picture.height > _MOST_PIXELS:
            raise Unfit("too large a picture")
        upright = ImageOps.exif_transpose(picture)
        bare = upright.convert("RGBA" if "A" in upright.getbands() and kind != "image/jpeg" else "RGB")
    made = io.BytesIO()
    bare.info = {}  # what was written beside the picture: place, moment, owner
    bare.save(made, kind.removeprefix("image/").upper())
    return Cleaned(kind, made.getvalue())


def _pdf(original: bytes) -> bytes:
    """Return its pages alone: without its maker, what it does when opened, forms, files, and what its pictures tell."""
    reader = PdfReader(io.BytesIO(original))
    if reader.is_encrypted or len(reader.pages) > _MOST_PAGES:
        raise Unfit("closed, or too long")
    writer = PdfWriter()
    for page in reader.pages:
        page.pop(NameObject("/Annots"), None)
        writer.add_page(page)
    for name in _SPEAKING:
        writer.root_object.pop(NameObject(name), None)
    writer.metadata = None
    for part in writer._objects:
        _hush(part)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _hush(part: Any) -> None:
    """Take out of a part of a PDF what tells of its making; a JPEG in it keeps its picture alone."""
    if not isinstance(part, DictionaryObject):
        return
    for name in ("/Metadata", "/PieceInfo", "/AA", "/LastModified"):
        part.pop(NameObject(name), None)
    if isinstance(part, StreamObject) and part.get("/Filter") in ("/DCTDecode", ["/DCTDecode"]):
        part._data = bare_jpeg(part._data)


def bare_jpeg(picture: bytes) -> bytes:
    """Return a JPEG without its application segments and comments, but for the one that tells its colours (Adobe)."""
    kept, at = picture[:2], 2
    while picture[at : at + 1] == b"\xff" and picture[at + 1] != _SCAN:
        end = at + 2 + int.from_bytes(picture[at + 2 : at + 4], "big")
        if picture[at + 1] not in _TELLING:
            kept += picture[at:end]
        at = end
    return kept + picture[at:]
