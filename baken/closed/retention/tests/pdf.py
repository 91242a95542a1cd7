# SPDX-License-Identifier: EUPL-1.2
"""What a PDF says, read back as a viewer does that copies its text: enough for what typst writes."""

import re
import zlib

_OBJECT = re.compile(rb"(?<![0-9])(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_PAGE = re.compile(rb"/Type/Page/Resources (\d+) 0 R.*?/Contents (\d+) 0 R")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_FONT_OR_STRING = re.compile(rb"/(f\d+) [\d.]+ Tf|\(")
_MARK = re.compile(rb"\\.|[()]", re.DOTALL)


def said(pdf: bytes) -> str:
    """Return the text of every page in order, without spaces and line ends that are only moves of the pen."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    pages = (map(int, found.groups()) for body in objects.values() if (found := _PAGE.search(body)))
    return "".join(_page(objects, objects[resources], objects[contents]) for resources, contents in pages)


def _page(objects, resources, contents):
    fonts = {name: _letters(objects, objects[int(at)]) for name, at in re.findall(rb"/(f\d+) (\d+) 0 R", resources)}
    text, font = [], {}
    for name, string in _shown(_opened(contents)):
        font = fonts[name] if name else font
        codes = _ESCAPE.sub(_byte, string)
        text += [font.get(codes[at : at + 2], "") for at in range(0, len(codes), 2)]
    return "".join(text)


def _shown(stream):
    """Yield each font that is chosen and each string that is shown, in order."""
    at = 0
    while found := _FONT_OR_STRING.search(stream, at):
        at = found.end() if found[1] else _end(stream, found.end())
        yield (found[1], b"") if found[1] else (b"", stream[found.end() : at - 1])


def _end(stream, at):
    """Return where a string ends: within it, parentheses in pairs may stand as they are."""
    depth = 1
    while depth:
        mark = _MARK.search(stream, at)
        depth += {b"(": 1, b")": -1}.get(mark[0], 0)
        at = mark.end()
    return at


def _letters(objects, font):
    """Return what each code of a font stands for."""
    found = _opened(objects[int(re.search(rb"/ToUnicode (\d+) 0 R", font)[1])])
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", found)
    return {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _opened(body):
    stream = _STREAM.search(body)
    return zlib.decompress(stream[1]) if b"FlateDecode" in body else stream[1]


def _byte(escape):
    told = escape[1]
    return bytes([int(told, 8)]) if told.isdigit() else _ESCAPES.get(told, told)
