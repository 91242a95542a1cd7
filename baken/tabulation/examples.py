# SPDX-License-Identifier: EUPL-1.2
"""Made-up figures, which say in their titles that they are: what the demo shows and tests draw."""

from datetime import date
from itertools import product

from baken.tabulation.counting import counted
from baken.tabulation.releasing import THRESHOLD
from baken.tabulation.shapes import At, Category, Dimension, Estimate, Figure, Population, Result, Table, Words

_YEARS = ("2019", "2020", "2021", "2022", "2023", "2024", "2025")
_COUNTED = date(2026, 2, 2)
_DEFINITION = Words(
    nl="Mensen die zich in deze periode voor het eerst bij het centrum meldden of gemeld werden. Iedereen telt één "
    "keer. Deze getallen zijn verzonnen.",
    en="People who came to the centre, or were reported to it, for the first time in this period. Everybody counts "
    "once. These numbers are made up.",
)  # fmt: skip


def _dimension(name: str, title: Words, definition: Words, *categories: tuple[str, str, str]) -> Dimension:
    return Dimension(name, title, definition, tuple(Category(code, Words(nl, en)) for code, nl, en in categories))


YEAR = _dimension(
    "year", Words("Jaar", "Year"), Words("Het jaar van de eerste melding.", "The year of the first report."),
    *((year, year, year) for year in _YEARS),
)  # fmt: skip
FORM = _dimension(
    "form", Words("Vorm", "Form"),
    Words("De vorm van uitbuiting die het zwaarst woog.", "The form of exploitation that weighed most."),
    ("sexual", "Seksueel", "Sexual"), ("labour", "Arbeid", "Labour"),
    ("criminal", "Strafbare feiten", "Criminal acts"), ("other", "Anders", "Other"),
)  # fmt: skip
AGE = _dimension(
    "age", Words("Leeftijd", "Age"), Words("Leeftijd op de dag van de melding.", "Age on the day of the report."),
    ("0-17", "onder 18", "under 18"), ("18-25", "18 tot en met 25", "18 to 25"), ("26-", "26 en ouder", "26 and older"),
)  # fmt: skip
ORIGIN = _dimension(
    "origin", Words("Herkomst", "Origin"), Words("De eerste nationaliteit.", "The first nationality."),
    ("nl", "Nederland", "Netherlands"), ("eu", "Europese Unie", "European Union"),
    ("europe", "Overig Europa", "Rest of Europe"), ("africa", "Afrika", "Africa"), ("asia", "Azië", "Asia"),
    ("america", "Amerika", "Americas"), ("unknown", "Onbekend", "Unknown"),
)  # fmt: skip

_BY_FORM_AND_AGE: dict[At, int] = dict(
    zip(product(FORM.codes, AGE.codes), (64, 121, 88, 23, 57, 142, 31, 26, 12, 4, 5, 9), strict=True)
)
_BY_ORIGIN: dict[At, int] = dict(zip(((code,) for code in ORIGIN.codes), (96, 143, 21, 118, 57, 7, 12), strict=True))
_BY_YEAR: dict[At, int] = dict(zip(((code,) for code in _YEARS), (412, 388, 274, 301, 355, 402, 454), strict=True))


def _table(title: Words, dimensions: tuple[Dimension, ...], numbers: dict[At, int], *hidden: At, since: int) -> Table:
    units = (
        {each.name: code for each, code in zip(dimensions, at, strict=True)}
        for at in numbers
        for _ in range(numbers[at])
    )
    population = Population("persons", date(since, 1, 1), date(2025, 12, 31))
    values = {**counted(units, dimensions), **dict.fromkeys(hidden)}
    return Table(title, _DEFINITION, population, dimensions, values, _COUNTED, THRESHOLD)


def _estimate() -> Estimate:
    return Estimate(
        title=Words("Voorbeeld: hoeveel mensen zag niemand?", "Example: how many did nobody see?"),
        definition=_DEFINITION,
        population=Population("persons", date(2025, 1, 1), date(2025, 12, 31)),
        lists=("Politie", "Zorg", "Opvang", "Inspectie"),
        observed=454,
        results=(
            Result("independence", 1320.4, 1181, 1502, 95, "BCa"),
            Result("stepwise", 2105.2, 1660, 2794, 95, "BCa"),
            Result("bic", 2243.7, 1702, 3081, 95, "BCa"),
            Result("bma", 1988, 1544, 2612, 95, "posterior"),
        ),
        reading=Words(
            "De methoden zijn het niet eens. Onafhankelijkheid van de lijsten is niet waarschijnlijk: wie bij de zorg "
            "bekend is, is vaker ook bij de opvang bekend. Verzonnen getallen.",
            "The methods do not agree. That lists are independent is not likely: who is known to care is more often "
            "known to the shelter too. Made-up numbers.",
        ),
        counted_on=_COUNTED,
    )  # fmt: skip


def examples() -> dict[str, Figure]:
    """Return made-up figures by their names: one along time, one of bars, one of two dimensions, and an estimate."""
    small = tuple(product(("criminal", "other"), AGE.codes))
    return {
        "example-estimate": _estimate(),
        "example-by-year": _table(
            Words("Voorbeeld: mensen per jaar", "Example: people by year"), (YEAR,), _BY_YEAR, since=2019
        ),
        "example-by-origin": _table(
            Words("Voorbeeld: mensen naar herkomst", "Example: people by origin"),
            (ORIGIN,), _BY_ORIGIN, ("america",), ("unknown",), since=2025,
        ),
        "example-by-form-and-age": _table(
            Words("Voorbeeld: mensen naar vorm en leeftijd", "Example: people by form and age"),
            (FORM, AGE), _BY_FORM_AND_AGE, *small, since=2025,
        ),
    }  # fmt: skip


METHOD = Words(
    nl="Getallen onder 11 zijn verborgen, en zo veel andere dat niemand ze kan narekenen. Verzonnen voorbeeld.",
    en="Numbers below 11 are hidden, and as many others as it takes that nobody can work them out. Made-up example.",
)
