# SPDX-License-Identifier: EUPL-1.2
"""Makes up records that are hard to carry: nobody stands behind any of them."""

from collections.abc import Iterator
from random import Random

from baken.standards.htcds.fields import LISTS, Field, fields, outside
from baken.standards.htcds.records import Record, Value

# Each has undone an export somewhere.
HARD = (
    "", " ", "Verzonnen, met een komma", 'Zij zei: "nee"', "regel een\nregel twee", "regel een\r\nregel twee", "\r",
    "\t", "a;b;c", "a\\;b", "eindigt op \\", "=1+1", '=HYPERLINK("x")', "+31 6 00000000", "-5", "- eerst dit",
    "@verzonnen", "\uff1d1+1", "'s-Hertogenbosch", "'", "''", "'=1", "007", "1e5", "1,222", "<5", "TRUE", "null",
    "None", "#N/A", "#REF!", "_x000D_", "_x005F_", "\ufeffmerk", "\x00", "\x0b", "\ufffe", "Żółć Aǧri Đặng ŠĐČ",
    "ישראל العربية", "\u202everkeerd om", "e\u0301 of \u00e9", "👩🏽\u200d👧", "\U0001d518", "\u2028", "\x85",
    "1899-12-31", "31-12-2020", "x" * 3000, "</t><f>1</f>", "&amp;",
)  # fmt: skip
_DAYS = ("1850-02-28", "1899-12-31", "1900-01-01", "1900-02-28", "1900-03-01", "1999-12-31", "2000-02-29", "2024-02-29")
_NUMBERS = ("0", "-0", "007", "1", "17", "3.50", "-1.0", "999999999999999999", "0.1")
_DEGREES = ("0", "52.0907370", "-4.8999999", "179.9", "-0.0")
_PHONES = ("+31600000000", "31600000000", "+12345678901234", "+99")
_OWN = ("a;b", "\\", "\\;", "=1", "'", "Verzonnen App", "\n", "#N/A")
_ASKED, _ANSWERED, _MANY = 0.55, 0.9, 0.6


def records(number: int, seed: int = 1) -> Iterator[Record]:
    """Yield so many made-up records, the same for the same seed; each has at least its first name."""
    chance = Random(seed)  # noqa: S311 - chance for tests, no secret
    for each in range(number):
        record = {name: _value(field, chance) for name, field in fields().items()}
        yield record | {"prs_FirstName": f"Verzonnen {each:06d}{chance.choice(HARD)}"}


def _value(field: Field, chance: Random) -> Value:
    if chance.random() > _ASKED:
        return None
    if chance.random() > _ANSWERED:
        return [] if field.multi else ""
    if not field.multi:
        return chance.choice(_some(field)) if _some(field) else _text(chance)
    known = [*_some(field), *(_OWN if field.open else ())]
    return chance.sample(known, chance.randint(1, min(len(known), 12 if chance.random() < _MANY else 2)))


def _some(field: Field) -> tuple[str, ...]:
    if field.codes:
        return field.codes
    if field.values == "phone":
        return _PHONES
    if field.values:
        return tuple(sorted(outside()[LISTS[field.values][-1]]))
    return {"Date": _DAYS, "Number": _NUMBERS, "Geolocation": _DEGREES, "Checkbox": ("true", "false")}.get(
        field.type, ()
    )


def _text(chance: Random) -> str:
    """Return a text of hard ones, alone or run together."""
    return "".join(chance.choices(HARD, k=chance.choice((1, 1, 2, 5))))
