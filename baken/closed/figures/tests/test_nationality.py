# SPDX-License-Identifier: EUPL-1.2
"""Nationality by country: chosen beforehand, whole within parts of the world, safe beside every other telling of it."""

import random
from dataclasses import replace
from datetime import date
from itertools import product

import numpy as np
import pytest
from scipy.optimize import linprog

from baken.closed.casework.person import nations as world
from baken.closed.figures.checks import check_countries
from baken.closed.figures.counting import coding, meaning, nationality
from baken.closed.figures.counting.catalogue import dimension
from baken.closed.figures.safety import made_safe
from baken.tabulation.counting import counted
from baken.tabulation.disclosure import Unsafe
from baken.tabulation.shapes import ALL, Population, Table, Words

FIRST, LAST, ON = date(2024, 1, 1), date(2024, 12, 31), date(2025, 6, 1)
TITLE = Words("verzonnen", "made up")
LEAST = 11
ALONG = ("continent", "country", "eurostat_citizenship", "comensha_nationality", "comensha_citizenship")


def along(name):
    return dimension(name, FIRST, LAST)


def test_every_country_is_told_by_name_or_with_the_rest_of_its_part_of_the_world():
    within = {each.code: each.within["continent"] for each in along("country").categories}
    assert {"NL", "PL", "NG", "RO", "BG", "HU"} <= within.keys()
    for nation in [*world.names("nl"), "", "Atlantis"]:
        assert within[coding.country(nation, nationality.named())] == coding.continent(nation)


def test_a_centre_chooses_further_countries(settings):
    before = set(along("country").codes)
    settings.FIGURES_COUNTRIES = ["GH", "PL"]
    assert set(along("country").codes) == before | {"GH"}
    assert check_countries(None) == []
    settings.FIGURES_COUNTRIES = ["GH", "XX"]
    assert "XX" in check_countries(None)[0].msg


def people(seed):
    """Return made-up files: few countries with many, many with few, some of two nationalities."""
    chance = random.Random(seed)  # noqa: S311 - made-up people
    nations = sorted(coding.continents())
    named = nationality.named()
    usual = ["NL"] * 60 + ["PL"] * 25 + ["NG"] * 30 + ["RO"] * 9 + ["BG"] * 4 + ["HU"] * 14 + ["MA"] * 13 + ["VN"] * 12
    for _ in range(700):
        first = chance.choice([*usual, *chance.sample(nations, 12), ""])
        second = (chance.choice(["NL", "PL", "MA", "SY"]),) if chance.random() < 0.05 else ()
        yield {
            **meaning._nationality((first, *second), named),
            "sex": chance.choice(["woman"] * 4 + ["man", "unknown"]),
        }


def table(files, *dimensions):
    told = tuple(map(along, dimensions))
    return Table(TITLE, TITLE, Population("cases", FIRST, LAST), told, counted(files, told), ON)


def released(files):
    """Return the tables of every telling of nationality, each made safe beside those before, and those refused."""
    out, refused = [], []
    for name in ALONG:
        for names in ((name,), (name, "sex")):
            try:
                out.append(made_safe(table(files, *names), LEAST, out).table)
            except Unsafe:
                refused.append(names)
    return out, refused


def reckoned(tables):
    """Yield the fewest and the most in each cell that is hidden, for who knows what every word means.

    It shares nothing with what makes tables safe: how many files say each possible thing is unknown, and told cells are
    sums of these.
    """
    facts = {tuple(sorted(each.items())) for each in meaning._nationalities(nationality.named())}
    kinds = [dict([*each, ("sex", sex)]) for each, sex in product(sorted(facts), along("sex").codes)]
    rows = [(row(each, at, kinds), value) for each in tables for at, value in each.values.items()]
    sums = (
        np.array([one for one, value in rows if value is not None]),
        [value for _, value in rows if value is not None],
    )
    for one in {tuple(one) for one, value in rows if value is None and any(one)}:
        ends = [linprog(sign * np.array(one), A_eq=sums[0], b_eq=sums[1], method="highs") for sign in (1, -1)]
        yield round(ends[0].fun, 6), round(-ends[1].fun, 6)


def row(one, at, kinds):
    names = [each.name for each in one.dimensions]
    return [float(all(code in (ALL, each[name]) for name, code in zip(names, at, strict=True))) for each in kinds]


@pytest.mark.parametrize("seed", [1, 2])
def test_no_small_number_comes_out_of_all_tables_of_nationality_together(seed):
    files = list(people(seed))
    out, refused = released(files)
    assert len(out) >= 8, refused
    found = list(reckoned(out))
    assert len(found) > 20
    # Not one of them is known to be small, and none is known at all.
    assert all(high >= LEAST and high > low for low, high in found)


def test_what_is_small_does_come_out_where_only_small_cells_are_hidden():
    files = list(people(1))
    naive = [table(files, *names) for name in ALONG for names in ((name,), (name, "sex"))]
    hidden = [replace(each, values={at: n if n >= LEAST else None for at, n in each.values.items()}) for each in naive]
    assert any(high < LEAST for _, high in reckoned(hidden))


def test_another_list_of_countries_is_refused_over_the_same_days(settings):
    files = list(people(1))
    first = made_safe(table(files, "country"), LEAST, []).table
    settings.FIGURES_COUNTRIES = ["GH"]
    with pytest.raises(Unsafe):
        made_safe(table(files, "country"), LEAST, [first])
