# SPDX-License-Identifier: EUPL-1.2
"""What a file says of the figure in it: whom it counts, how it was made, where it comes from and what one may do."""

from dataclasses import dataclass
from datetime import date

from baken.tabulation.shapes import Figure, Table, Words
from baken.tabulation.wording import chosen, day, period, unit, why_hidden

LICENCE, LICENCE_NAME = "https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"
OURS = Words("De eigen registratie van het centrum", "The records of the centre itself")  # as a source


@dataclass(frozen=True)
class Edition:
    """A figure with what is said beside it; ``address`` is where it can be read, without a file's ending."""

    figure: Figure
    method: Words
    source: Words
    address: str
    released_on: date


def facts(edition: Edition, language: str) -> list[tuple[str, str]]:
    """Return what is said of a figure, as names and texts."""
    figure = edition.figure
    found = [
        (Words("Titel", "Title"), figure.title.said(language)),
        (Words("Wat het is", "What it is"), figure.definition.said(language)),
        (Words("Wie meetelt", "Who is counted"), who(figure, language)),
        (Words("Geteld op", "Counted on"), day(figure.counted_on, language)),
        (Words("Hoe het gemaakt is", "How it was made"), edition.method.said(language)),
        *_of_its_kind(figure, language),
        (Words("Bron", "Source"), edition.source.said(language)),
        (Words("Adres", "Address"), edition.address),
        (Words("Uitgebracht op", "Released on"), day(edition.released_on, language)),
        (Words("Licentie", "Licence"), f"{LICENCE_NAME} ({LICENCE})"),
    ]
    return [(name.said(language), text) for name, text in found]


def _of_its_kind(figure: Figure, language: str) -> list[tuple[Words, str]]:
    if isinstance(figure, Table):
        return [(Words("Verborgen getallen", "Hidden numbers"), why_hidden(figure, language))]
    lists = Words("Lijsten", "Lists"), ", ".join(figure.lists)
    return [lists, (Words("Hoe het te lezen", "How to read it"), figure.reading.said(language))]


def who(figure: Figure, language: str) -> str:
    """Return whom a figure counts: the unit, the period, and what else is chosen."""
    dimensions = figure.dimensions if isinstance(figure, Table) else ()
    said = f"{unit(figure.population.unit, language)}, {period(figure.population, language)}"
    return "; ".join([said, *chosen(dimensions, figure.population, language)])
