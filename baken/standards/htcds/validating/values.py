# SPDX-License-Identifier: EUPL-1.2
"""What the exchange says of values, told a second time: marks of cells, codes, days, numbers, countries, languages."""

import re
from calendar import monthrange
from collections.abc import Iterator

from baken.standards.htcds.fields import LISTS, Field, outside

_LONGEST = 100_000
_RUN = tuple("=+-@\t\r\n" + "\uff1d\uff0b\uff0d\uff20")  # what a spreadsheet takes for the start of a formula
_DIGITS = frozenset("0123456789")
_MONTHS = 12
_PHONE_MOST = 15


def of_cell(field: Field, cell: str) -> Iterator[str]:
    """Yield what is wrong with the cell of a field."""
    if not cell:
        return
    bare = cell.lstrip("'")
    marked = bare != cell and (not bare or bare.startswith(_RUN))
    if not marked and cell.startswith(_RUN) and not _is_numeral(cell):
        yield "begins as a formula does"
    text = cell[1:] if marked else cell
    if not field.multi:
        yield from _of_text(field, text)
    elif text:
        codes, is_right = _split(text)
        yield from _of_codes(field, codes) if is_right else ["has a backslash that escapes nothing"]


def of_json(field: Field, told: object) -> Iterator[str]:
    """Yield what is wrong with the value of a field in JSON."""
    if told is None:
        return
    if not field.multi:
        yield from _of_text(field, told) if isinstance(told, str) else ["is no text"]
    elif isinstance(told, list) and all(isinstance(each, str) for each in told):
        yield from _of_codes(field, told)
    else:
        yield "is no list of texts"


def _split(text: str) -> tuple[list[str], bool]:
    """Return codes that were joined, and whether each backslash has what it escapes behind it."""
    codes, escaped, is_right = [""], False, True
    for letter in text:
        if escaped or letter not in ";\\":
            is_right = is_right and not (escaped and letter not in ";\\")
            codes[-1] += letter
            escaped = False
        elif letter == "\\":
            escaped = True
        else:
            codes.append("")
    return codes, is_right and not escaped


def _of_codes(field: Field, codes: list[str]) -> Iterator[str]:
    if "" in codes:
        yield "has an empty code"
    if len(codes) != len(set(codes)):
        yield "has a code twice"
    if sum(len(code) + code.count(";") + code.count("\\") + 1 for code in codes) > _LONGEST:
        yield f"is longer than {_LONGEST} characters"
        return
    for code in codes:
        yield from _of_text(field, code)


def _of_text(field: Field, text: str) -> Iterator[str]:
    if len(text) > _LONGEST:
        yield f"is longer than {_LONGEST} characters"
    try:
        text.encode()
    except UnicodeEncodeError:
        yield "has half a character"
    if text and not _fits(field, text):
        yield f"is no {_noun(field)}"


def _fits(field: Field, text: str) -> bool:
    if field.codes:
        return field.open or text in field.codes
    if field.values == "phone":
        digits = text.removeprefix("+")
        return set(digits) <= _DIGITS and not digits.startswith("0") and 1 < len(digits) <= _PHONE_MOST
    if field.values:
        return text in frozenset().union(*(outside()[each] for each in LISTS[field.values]))
    if field.type == "Date":
        return _is_day(text)
    if field.type == "Checkbox":
        return text in ("true", "false")
    return field.type not in ("Number", "Geolocation") or _is_decimal(text)


def _noun(field: Field) -> str:
    if field.codes:
        return f"code of {field.name}"
    nouns = {"phone": "number by E.164", "language": "language by ISO 639", "": field.type.lower()}
    return nouns.get(field.values, "country by ISO 3166")


def _is_day(text: str) -> bool:
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(set(part) <= _DIGITS for part in parts):
        return False
    year, month, day = map(int, parts)
    return year > 0 and 0 < month <= _MONTHS and 0 < day <= monthrange(year, month)[1]


def _is_decimal(text: str) -> bool:
    whole, point, rest = text.removeprefix("-").partition(".")
    return bool(whole) and set(whole + rest) <= _DIGITS and bool(rest) == bool(point)


def _is_numeral(cell: str) -> bool:
    return bool(re.fullmatch(r"[+-][0-9][0-9.]*", cell))
