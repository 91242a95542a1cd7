# SPDX-License-Identifier: EUPL-1.2
"""Words around numbers, in Dutch and English: how numbers, days, units, methods and hidden cells are said."""

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from baken.tabulation.shapes import ALL, At, Dimension, Population, Table, Words

HIDDEN = Words("verborgen", "hidden")
TOTAL = Words("totaal", "total")
WHY_HIDDEN = Words(
    "Verborgen is geen nul. Een getal is verborgen als het kleiner is dan {threshold}, of als iemand er anders zo'n "
    "klein getal mee kan uitrekenen. Zo is niemand te herkennen.",
    "Hidden is not zero. A number is hidden if it is below {threshold}, or if somebody could otherwise use it to work "
    "out such a small number. So nobody can be recognised.",
)  # fmt: skip
UNITS = {
    "persons": Words("mensen", "people"),
    "cases": Words("dossiers", "cases"),
    "victims": Words("slachtoffers", "victims"),
    "reports": Words("meldingen", "reports"),
    "stays": Words("verblijven", "stays"),
    "requests": Words("aanvragen voor opvang", "requests for shelter"),
    "terms": Words("wettelijke termijnen", "legal terms"),
}
_METHODS = {
    "independence": Words("lijsten die niets van elkaar weten", "lists that know nothing of each other"),
    "stepwise": Words("paren erbij, één voor één", "pairs added one by one"),
    "bic": Words("model met de laagste BIC", "model with the lowest BIC"),
    "bic-downhill": Words("BIC, stap voor stap omlaag", "BIC, downhill step by step"),
    "bma": Words("gemiddelde over veel modellen", "average over many models"),
    "fixed": Words("een gekozen model", "a chosen model"),
    "lcmcr": Words("verborgen klassen (LCMCR)", "latent classes (LCMCR)"),
}


def language_of(code: str) -> str:
    """Return the language of the screens that a code stands for."""
    return "en" if code.startswith("en") else "nl"


def number(value: float, language: str) -> str:
    """Return a number in whole units, its thousands apart as the language does it."""
    return str(format_decimal(round(value), locale=language_of(language)))


def day(value: date, language: str) -> str:
    """Return a day, such as 2 februari 2026."""
    return str(format_date(value, "d MMMM y", locale=language_of(language)))


def period(population: Population, language: str) -> str:
    """Return from when until when units count."""
    through = Words("tot en met", "to").said(language)
    return f"{day(population.first, language)} {through} {day(population.last, language)}"


def unit(code: str, language: str) -> str:
    """Return what is counted; a unit that has no words here by its code."""
    return UNITS[code].said(language) if code in UNITS else code


def method(code: str, language: str) -> str:
    """Return a method of estimating in a few words; one that has none here by its code."""
    return _METHODS[code].said(language) if code in _METHODS else code


def category(dimension: Dimension, code: str, language: str) -> str:
    """Return the title of a category, or that it is the total."""
    if code == ALL:
        return TOTAL.said(language)
    return next(each.title.said(language) for each in dimension.categories if each.code == code)


def cell(table: Table, at: At, language: str) -> str:
    """Return what stands in a cell: its number, or that it is hidden."""
    value = table.values[at]
    return HIDDEN.said(language) if value is None else number(value, language)


def why_hidden(table: Table, language: str) -> str:
    """Return what it means that a number is hidden."""
    return WHY_HIDDEN.said(language).format(threshold=number(table.threshold, language))


def chosen(figure_dimensions: tuple[Dimension, ...], population: Population, language: str) -> list[str]:
    """Return which units count beside the period, a line for each dimension of the figure that is chosen from.

    What is chosen along others the definition says: here there would be codes and no words for them.
    """
    known = {each.name: each for each in figure_dimensions}
    return [_chosen(known[name], codes, language) for name, codes in population.where.items() if name in known]


def _chosen(dimension: Dimension, codes: tuple[str, ...], language: str) -> str:
    titles = [category(dimension, code, language) if code in dimension.codes else code for code in codes]
    return f"{dimension.title.said(language)}: {', '.join(titles)}"
