# SPDX-License-Identifier: EUPL-1.2
"""Opens what a person names on the command line: files, folders and `.gz`, in a settled order."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from baken.open.files.refusals import Refused

LARGEST_FILE = 256 * 1024 * 1024
_CHUNK = 1024 * 1024


def files(paths: Iterable[Path], suffixes: frozenset[str] = frozenset()) -> list[Path]:
    """Return the files that the paths mean, sorted; of a folder only those with a wanted suffix.

    A file that is named itself is always taken, whatever its suffix. A path named twice counts once.
    """
    return list(dict.fromkeys(file for path in paths for file in _expand(path, suffixes)))


def _expand(path: Path, suffixes: frozenset[str]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for each in sorted(path.rglob("*")):
        if each.is_file() and (not suffixes or kind(each) in suffixes):
            yield each


def kind(path: Path) -> str:
    """Return a file's suffix in lower case, looking through `.gz`: `a.xml.gz` is `.xml`."""
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix


def content(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """Return a file's bytes, unpacked where it is gzip; raise `Refused` where it cannot be read."""
    try:
        with path.open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
        with gzip.open(path) if packed else path.open("rb") as stream:
            return _read(iter(lambda: stream.read(_CHUNK), b""), largest)
    except (EOFError, zlib.error, gzip.BadGzipFile) as fault:
        raise Refused("the gzip file is cut off or damaged; fetch it again") from fault
    except OSError as fault:
        raise Refused(f"cannot be read: {fault.strerror or fault}") from fault


def _read(chunks: Iterable[bytes], largest: int) -> bytes:
    """Join the chunks, stopping before a small packed file becomes a large one in memory."""
    result = bytearray()
    for chunk in chunks:
        result += chunk
        if len(result) > largest:
            raise Refused(f"holds more than {largest // (1024 * 1024)} MB; split it")
    return bytes(result)


def text(data: bytes) -> str:
    """Return UTF-8 text without its byte order mark; raise `Refused` on any other encoding."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Refused(f"is not UTF-8 text (byte {fault.start}); save it as UTF-8") from fault
