# SPDX-License-Identifier: EUPL-1.2
"""What a PDF says, read back as a viewer does that copies its text: enough for what typst writes."""

import re
import zlib

_OBJECT = re.compile(rb"(?<![0-9])(\d+) 0 obj\b(.*?)\bendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_SHOWN = re.compile(rb"/(f\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\)", re.DOTALL)


def said(pdf: bytes) -> str:
    """Return the text of every page, without the spaces and line ends that are only moves of the pen."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    fonts = {}
    for body in objects.values():
        for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", body):
            fonts[name] = _letters(objects, objects[int(number)])
    return "".join(_page(_opened(body), fonts) for body in objects.values() if b"TJ" in _opened(body))


def _letters(objects, font):
    found = _opened(objects[int(re.search(rb"/ToUnicode (\d+) 0 R", font)[1])])
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", found)
    return {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _opened(body):
    stream = _STREAM.search(body)
    if not stream:
        return b""
    return zlib.decompress(stream[1]) if b"FlateDecode" in body else stream[1]


def _page(stream, fonts):
    text, font = [], {}
    for name, string in _SHOWN.findall(stream):
        font = fonts.get(name, font) if name else font
        codes = _ESCAPE.sub(_byte, string)
        text += [font.get(codes[at : at + 2], "") for at in range(0, len(codes), 2)]
    return "".join(text)


def _byte(escape):
    told = escape[1]
    return bytes([int(told, 8)]) if told.isdigit() else _ESCAPES.get(told, told)
