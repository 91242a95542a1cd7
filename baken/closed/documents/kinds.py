# SPDX-License-Identifier: EUPL-1.2
"""Which files are taken, known by what is in them and never by what they are called (pure).

A file is kept and given back, and never opened here; what could run by itself on somebody's machine is not taken.
"""

import io
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath

import puremagic

MOST_BYTES = 20 * 1024 * 1024
_LONGEST_NAME = 100
_PRINTED = frozenset("\t\n\r\f")


@dataclass(frozen=True)
class Kind:
    """A kind of file, and the endings that it may have; the first is given where it has none of them."""

    media_type: str
    endings: tuple[str, ...]


class NotTaken(Exception):
    """A file of a kind that is not taken, too large, or empty."""


_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
TEXT = Kind("text/plain", (".txt", ".csv", ".md"))
# By the ending that the content is recognised as.
_BY_MAGIC = {
    ".pdf": Kind("application/pdf", (".pdf",)),
    ".png": Kind("image/png", (".png",)),
    ".jpg": Kind("image/jpeg", (".jpg", ".jpeg")),
    ".heif": Kind("image/heic", (".heic", ".heif")),
}
# By an entry that it cannot do without.
_BY_ENTRY = {
    "word/document.xml": Kind(_OFFICE + "wordprocessingml.document", (".docx",)),
    "xl/workbook.xml": Kind(_OFFICE + "spreadsheetml.sheet", (".xlsx",)),
}
_BY_MIMETYPE = {
    _OPEN + "text": Kind(_OPEN + "text", (".odt",)),
    _OPEN + "spreadsheet": Kind(_OPEN + "spreadsheet", (".ods",)),
}
KINDS = (*_BY_MAGIC.values(), *_BY_ENTRY.values(), *_BY_MIMETYPE.values(), TEXT)


def recognised(body: bytes) -> Kind:
    """Return the kind of a file by its content; raise NotTaken for one that is not taken."""
    if not 0 < len(body) <= MOST_BYTES:
        raise NotTaken("empty or too large")
    found = _packed(body) if body.startswith(b"PK") else _by_magic(body) or _text(body)
    if found is None:
        raise NotTaken("of a kind that is not taken")
    return found


def _by_magic(body: bytes) -> Kind | None:
    try:
        matches = puremagic.magic_string(body)
    except (puremagic.PureError, ValueError):
        return None
    likeliest = [each.extension for each in matches if each.confidence == matches[0].confidence]
    return next((_BY_MAGIC[each] for each in likeliest if each in _BY_MAGIC), None)


def _packed(body: bytes) -> Kind | None:
    """Return the kind of an office document, which is a zip; one with macros is not taken."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = set(archive.namelist())
            if any(PurePosixPath(name).name.lower().startswith(("vbaproject", "basic")) for name in names):
                return None
            return next((_BY_ENTRY[name] for name in _BY_ENTRY if name in names), None) or _open_document(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError):
        return None


def _open_document(archive: zipfile.ZipFile) -> Kind | None:
    if "mimetype" not in archive.namelist() or any(name.startswith("Basic/") for name in archive.namelist()):
        return None
    with archive.open("mimetype") as told:
        return _BY_MIMETYPE.get(told.read(_LONGEST_NAME).decode("ascii", "replace").strip())


def _text(body: bytes) -> Kind | None:
    """Return plain text for what is nothing else: letters throughout, no markup that a browser would run, no script."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    strange = any(unicodedata.category(each) == "Cc" and each not in _PRINTED for each in text)
    return None if strange or text.lstrip("\ufeff\t\n\r\f ").startswith(("<", "#!", "%!")) else TEXT


def cleaned(name: str, kind: Kind) -> str:
    """Return a name that is safe on any machine, with an ending of its kind."""
    base = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(each for each in base if not unicodedata.category(each).startswith("C") and each not in '<>:"|?*')
    ending = next((each for each in kind.endings if kept.lower().endswith(each)), "")
    stem = kept[: len(kept) - len(ending)].strip(" .")[:_LONGEST_NAME].rstrip(" .")
    return f"{stem or 'document'}{ending or kind.endings[0]}"
