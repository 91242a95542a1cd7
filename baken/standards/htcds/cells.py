# SPDX-License-Identifier: EUPL-1.2
"""What a cell of a table holds: a value as one text that no spreadsheet runs, and back without loss.

An empty cell is None. A text that a spreadsheet would run begins with an apostrophe, and so does one that would else be
read as such: `'` alone is the empty text. Numbers stay as they are. Several codes stand with semicolons; a semicolon or
backslash within one has a backslash before it.
"""

import re

from baken.standards.htcds.fields import Field
from baken.standards.htcds.records import Value

# What begins a formula, in wide letters too, as OWASP's page on injection into CSV lists it.
_RUNS = r"[=+\-@\t\r\n＝＋－＠]"  # noqa: RUF001 - the wide ones are meant
_TO_MARK = re.compile(rf"'*(?:{_RUNS}|\Z)")
_MARKED = re.compile(rf"'+(?:{_RUNS}|\Z)")
_NUMBER = re.compile(r"[+-]?[0-9][0-9.]*")
_ESCAPED = re.compile(r"\\([;\\])")
_PARTS = re.compile(r"((?:[^;\\]|\\.)*)(;|\Z)", re.DOTALL)


class CellError(ValueError):
    """A cell is no value of its field; the message says what is wrong."""


def written(value: Value) -> str:
    """Return the cell of a value."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else ";".join(map(_escaped, value))
    return f"'{text}" if _TO_MARK.match(text) and not _NUMBER.fullmatch(text) else text


def value(field: Field, cell: str) -> Value:
    """Return the value of a cell; raise CellError where a backslash stands before nothing it can be before."""
    if not cell:
        return None
    text = cell[1:] if _MARKED.match(cell) else cell
    return _parts(text) if field.multi else text


def _escaped(code: str) -> str:
    return code.replace("\\", "\\\\").replace(";", "\\;")


def _parts(text: str) -> list[str]:
    found, at = [], 0
    while text:
        part = _PARTS.match(text, at)
        if part is None or "\\" in _ESCAPED.sub("", part[1]):
            raise CellError("a backslash that escapes nothing")
        found.append(_ESCAPED.sub(r"\1", part[1]))
        at = part.end()
        if not part[2]:
            break
    return found
