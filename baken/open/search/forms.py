# SPDX-License-Identifier: EUPL-1.2
"""What a reader may ask in the address: `?q=&type=&aspect=&kind=&form=&lang=&year=&page=`."""

from django.http import QueryDict

from baken.open.search.engine.answering import DEEPEST
from baken.open.search.engine.parsing import LONGEST
from baken.open.search.engine.shapes import FACETS, Question

PAGE_SIZE = 10
_MOST_CHOICES = 20


def question_of(data: QueryDict) -> Question:
    """Return the question an address asks; what cannot be meant is left out, nothing is refused."""
    choices = {name: tuple(filter(None, data.getlist(name)[:_MOST_CHOICES])) for name in FACETS}
    return question(data.get("q", ""), choices, page(data))


def question(
    text: str, choices: dict[str, tuple[str, ...]], number: int = 1, size: int = PAGE_SIZE, asked_in: str = ""
) -> Question:
    """Return a question; words are analysed only for the languages that are chosen, if any are."""
    return Question(
        # A word of a command line may hold what is no letter in any language, and is printed back.
        text=text.strip()[:LONGEST].encode("utf-8", "replace").decode(),
        asked_in=asked_in,
        languages=choices.get("lang", ()),
        choices={name: values for name, values in choices.items() if values},
        limit=size,
        offset=(number - 1) * size,
    )


def page(data: QueryDict) -> int:
    """Return the page asked for, counted from 1; the first where it is no number or too deep."""
    number = data.get("page", "")
    last = DEEPEST // PAGE_SIZE
    return int(number) if number.isascii() and number.isdigit() and 0 < int(number[:9]) <= last else 1
