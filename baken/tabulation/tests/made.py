# SPDX-License-Identifier: EUPL-1.2
"""Small made-up tables."""

from datetime import date

from baken.tabulation.counting import counted
from baken.tabulation.shapes import Category, Dimension, Estimate, Population, Result, Table, Words


def words(said):
    return Words(nl=f"{said} (nl)", en=f"{said} (en)")


def dimension(name, *codes):
    return Dimension(name, words(name), words(f"what {name} means"), tuple(Category(c, words(c)) for c in codes))


SEX = dimension("sex", "woman", "man", "other")
FORM = dimension("form", "sexual", "labour")
YEAR = Population("cases", date(2025, 1, 1), date(2025, 12, 31))


def units(numbers):
    """Return units as ``{("woman", "sexual"): 3}`` has them."""
    return [{"sex": sex, "form": form} for (sex, form), number in numbers.items() for _ in range(number)]


def table(numbers, **others):
    values = counted(units(numbers), (SEX, FORM))
    about = {"title": words("made up"), "definition": words("nobody"), "counted_on": date(2026, 1, 5)}
    return Table(**{**about, "population": YEAR, "dimensions": (SEX, FORM), "values": values, **others})


ESTIMATE = Estimate(
    title=words("made up"), definition=words("nobody"), population=YEAR, lists=("A", "B", "C"), observed=120,
    results=(Result("bic", 512.4, 380.0, 790.5, 95, "BCa"), Result("bma", 640, None, None, 95, "posterior")),
    reading=words("between 380 and 790"), counted_on=date(2026, 1, 5),
)  # fmt: skip
