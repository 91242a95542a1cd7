# SPDX-License-Identifier: EUPL-1.2
"""A record of the standard: a text, several codes or nothing for each field; and what a field may hold.

None is a field that nobody asked. An empty text, or a list without codes, is one that was asked and has no answer: the
standard has no code for either.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from baken.standards.htcds.fields import LISTS, Field, fields, outside

LONGEST = 100_000  # characters of a text, or of codes together: under what readers of CSV take by default
Value = str | list[str] | None
Record = dict[str, Value]
_PATTERNS = {
    "Date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "Number": re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?"),
    "Geolocation": re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,18})?"),
    "Checkbox": re.compile(r"true|false"),
}
_ESCAPED = re.compile(r"[;\\]")  # has a backslash before it where codes are joined
_PHONE = re.compile(r"\+?[1-9][0-9]{1,14}")
_EXPECTED = {
    "Date": "a day that exists, as YYYY-MM-DD",
    "Number": "a number in digits, with a point before decimals",
    "Geolocation": "degrees in digits, with a point before decimals",
    "Checkbox": "true or false",
    "country": "a country by ISO 3166-1, in two or three capitals",
    "country2": "a country by ISO 3166-1, in two capitals",
    "language": "a language by ISO 639-2 in three letters, or by ISO 639-1 in two",
    "phone": "a number by E.164: + and at most fifteen digits",
}
TOO_LONG = f"at most {LONGEST} characters"
SPOILT = "a text without halves of characters"


def whole(told: Mapping[str, str | Sequence[str] | None]) -> Record:
    """Return a record with every field of the standard; raise KeyError for one that it has not."""
    if unknown := told.keys() - fields().keys():
        raise KeyError(min(unknown))
    return {name: _listed(told.get(name)) for name in fields()}


def is_blank(told: Mapping[str, Value]) -> bool:
    """Return whether nothing at all was asked."""
    return all(value is None for value in told.values())


def fault(field: Field, value: object) -> str:
    """Return what a field expects where a value is none of it; empty where it is."""
    if value is None:
        return ""
    if not field.multi:
        return _fault(field, value) if isinstance(value, str) else f"one text: {expected(field)}"
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        return f"a list of codes, none of them empty: {expected(field)}"
    if len(set(value)) != len(value):
        return "each code once"
    if sum(len(each) + len(_ESCAPED.findall(each)) + 1 for each in value) > LONGEST:
        return TOO_LONG
    return next(filter(None, (_fault(field, each) for each in value)), "")


def expected(field: Field) -> str:
    """Return in words what a field expects."""
    if field.open:
        return f"{', '.join(field.codes)}, or a name of one's own"
    if field.codes:
        return f"{'some' if field.multi else 'one'} of {', '.join(field.codes)}"
    return _EXPECTED.get(field.values) or _EXPECTED.get(field.type, "a text")


def _listed(value: str | Sequence[str] | None) -> Value:
    return value if value is None or isinstance(value, str) else list(value)


def _fault(field: Field, value: str) -> str:
    if len(value) > LONGEST:
        return TOO_LONG
    if any("\ud800" <= each <= "\udfff" for each in value):
        return SPOILT
    return "" if not value or _is_allowed(field, value) else expected(field)


def _is_allowed(field: Field, value: str) -> bool:
    if field.open:
        return True
    if field.codes:
        return value in field.codes
    if field.values == "phone":
        return bool(_PHONE.fullmatch(value))
    if field.values:
        return any(value in outside()[each] for each in LISTS[field.values])
    pattern = _PATTERNS.get(field.type)
    return pattern is None or bool(pattern.fullmatch(value) and (field.type != "Date" or _is_day(value)))


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
