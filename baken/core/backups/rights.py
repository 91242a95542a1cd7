# SPDX-License-Identifier: EUPL-1.2
"""Everything in a database that says who may do what, line by line, to hold one database against another.

What an owner may do with its own is left out: that is the same everywhere, but for what a newer PostgreSQL added.
"""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import psycopg

Connection = psycopg.Connection[tuple[Any, ...]]

_QUESTIONS = Path(__file__).with_name("rights.sql").read_text(encoding="utf-8").split(";\n")
_RETOLD = {"policy", "constraint", "index"}  # kinds whose words PostgreSQL makes anew from what it understood
_LONGEST = 120  # characters of one word in a line


def of(connection: Connection) -> list[str]:
    """Return the rights in a database, a line each, in order; a long word ends in its digest."""
    asked = (question for question in _QUESTIONS if question.strip())
    return sorted(_line(row) for question in asked for row in connection.execute(question.encode()))


def differences(before: Iterable[str], after: Iterable[str]) -> list[str]:
    """Return what only one of two databases has: `lacks …` and `has also …`."""
    first, second = set(before), set(after)
    lacking = [f"lacks {line}" for line in sorted(first - second)]
    return lacking + [f"has also {line}" for line in sorted(second - first)]


def _line(row: tuple[Any, ...]) -> str:
    words = map(str, row)
    return " | ".join(map(_short, map(_plain, words) if row[0] in _RETOLD else words))


def _plain(word: str) -> str:
    """Take casts and brackets out: PostgreSQL sets them otherwise once it has read its own words again."""
    return re.sub(r"::[a-z ]+(\[\])?|[()]", "", word)


def _short(word: str) -> str:
    one = " ".join(word.split())
    if len(one) <= _LONGEST:
        return one
    return f"{one[: _LONGEST - 20]}… {hashlib.sha256(word.encode()).hexdigest()[:16]}"
