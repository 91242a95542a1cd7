# SPDX-License-Identifier: EUPL-1.2
"""What others published comes out to the last digit they printed; defective tables are known for what they are."""

import csv

import pytest

from baken.hidden_population import checks, tables
from baken.hidden_population.estimating import Spread, estimate
from baken.hidden_population.latent import believing
from baken.settings import environment
from bench import hidden, hidden_coverage, hidden_times

DATA = environment.data() / "mse"
absent = pytest.mark.skipif(not DATA.is_dir(), reason=f"no real material at {DATA}")


def read(name):
    with (DATA / f"{name}.csv").open(encoding="utf-8") as file:
        return tables.read(file)


def rows():
    if not DATA.is_dir():
        return []
    with (DATA / "reference.csv").open(encoding="utf-8", newline="") as lines:
        return [*csv.DictReader(lines)]


def reference():
    return [row for row in rows() if row["estimate"] and hidden.way(row["model"])]


def named(row):
    return f"{row['dataset']} {row['model']}"


@pytest.mark.real
@absent
@pytest.mark.parametrize("row", reference(), ids=named)
def test_every_published_estimate_comes_out_to_its_last_digit(row):
    found = hidden.way(row["model"])
    told = estimate(read(row["dataset"]), found.method, found.asked, Spread(kind=found.kind, times=0))
    assert round(told.estimate, len(row["estimate"].partition(".")[2])) == float(row["estimate"])
    if found.kind in {"profile", "wald", "credible"} and row["ci_low"]:
        assert told.interval.low == pytest.approx(float(row["ci_low"]), abs=1)
        assert told.interval.high == pytest.approx(float(row["ci_high"]), abs=1)


@pytest.mark.real
@absent
def test_defective_tables_are_known_for_what_they_are():
    assert "rows 16 and 17 have the same capture history 001001 (O+Z)" in read("Ned_DEFECT_duplicate_row").remarks[0]
    assert read("Ned").remarks == ()
    # Lists merged in the defective table: it looks like any other, but not like the merged right one.
    assert same(tables.merged(read("Ned"), ["I", "O"]), read("Ned_5"))
    assert same(tables.merged(read("Ned_DEFECT_duplicate_row"), ["I", "O"]), read("Ned_5_DEFECT_from_duplicate"))
    assert not same(read("Ned_5"), read("Ned_5_DEFECT_from_duplicate"))
    assert any("degenerate" in each for each in checks.warnings(read("Artificial_3")))


@pytest.mark.real
@absent
@pytest.mark.parametrize(("name", "near"), [("UKdat_5", 0.15), ("NewOrl_5_185", 0.06)])
def test_latent_classes_are_where_others_found_them(name, near):
    # Theirs are of chains that had not met: forty of R's own kind, of a thousand draws each, differ by more than this.
    (row,) = [row for row in rows() if (row["dataset"], row["model"]) == (name, "LCMCR")]
    found = believing.posterior(read(name).counts, 1)
    assert found.have_met
    assert found.median == pytest.approx(float(row["estimate"]), rel=near)
    assert 0.25 < (found.totals < float(row["estimate"])).mean() < 0.75


@pytest.mark.real
@absent
def test_latent_classes_of_the_netherlands_are_not_settled():
    assert not believing.posterior(read("Ned_5").counts, 1).have_met


def same(one, other):
    return one.lists == other.lists and (one.counts == other.counts).all()


def test_rows_by_another_method_are_left_out():
    assert hidden.way("LCMCR") is None
    assert hidden.way("stepwise six-list (Rcapture)") is None
    assert hidden.way("downhill BIC maxorder 2").asked.max_order == 2


def test_populations_depend_as_they_say():
    chance = hidden_coverage.np.random.default_rng
    drawn = {name: way(chance(1)) for name, way in hidden_coverage.WAYS.items()}
    together = {name: (rows[:, 0] & rows[:, 1]).mean() / rows[:, :2].mean(0).prod() for name, rows in drawn.items()}
    assert together["apart"] < 1.6 < together["sent on"] - 0.4
    assert (drawn["sent on"][:, 0] & drawn["sent on"][:, 2]).sum() < (drawn["apart"][:, 0] & drawn["apart"][:, 2]).sum()
    assert together["unlike"] > 1.3


def test_bias_and_coverage_are_counted():
    drawn = hidden_coverage.apart(hidden_coverage.np.random.default_rng(3))
    told = hidden_coverage._measured([hidden_coverage._table(drawn)] * 2, "independence")
    assert told["populations"] == told["estimated"] == 2
    assert abs(told["bias"]) < 0.3
    assert told["coverage"] == 1


def test_kinds_are_seen_more_or_less_easily():
    found = hidden_coverage.of_two_kinds(hidden_coverage.np.random.default_rng(1)).tables
    assert found[("f",)].observed > 2 * found[("m",)].observed


def test_made_tables_have_as_many_lists_as_asked():
    assert [len(hidden_times.made(lists).lists) for lists in (3, 8)] == [3, 8]
