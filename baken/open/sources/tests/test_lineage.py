# SPDX-License-Identifier: EUPL-1.2
"""Where a provision went on under another number: made-up states, and the real line of article 273f."""

import csv
import datetime
from functools import cache

import pytest

from baken.open.files import opening
from baken.open.sources import lineage, reads
from baken.open.sources.importers import bwb
from baken.open.sources.lineage import Step
from baken.open.sources.models import Renumbering, Work
from baken.open.sources.tests.folders import import_files
from baken.settings import environment

FOLDER = environment.data() / "bwb" / "wetboek-van-strafrecht"
SAMPLE = ("2004-11-01", "2004-12-11", "2005-01-04", "2006-08-02", "2006-09-03", "2012-11-01")
OLD = " ".join(f"oud{number}" for number in range(60))
OTHER = " ".join(f"ander{number}" for number in range(60))


def states(*texts):
    return [(datetime.date(2001, 1, place), each) for place, each in enumerate(texts, 1)]


def moves(found):
    return [(each.earlier, each.later, each.on.day) for each in found]


def test_it_follows_words_to_another_number():
    assert moves(lineage.steps(states({"1": OLD, "2": OTHER}, {"2": OTHER, "3": OLD}))) == [("1", "3", 2)]


def test_it_follows_words_whose_number_went_to_others():
    assert moves(lineage.steps(states({"1": OLD}, {"1": OTHER, "2": OLD}))) == [("1", "2", 2)]


def test_it_dates_a_step_by_the_first_sight_of_the_successor():
    assert moves(lineage.steps(states({"1": OLD}, {"1": OLD, "2": f"{OLD} meer"}, {"2": f"{OLD} meer"}))) == [
        ("1", "2", 2)
    ]


def test_it_does_not_wait_for_ever():
    far = [(datetime.date(2001, 1, 1), {"1": OLD}), (datetime.date(2001, 2, 1), {"1": OLD, "2": OLD})]
    assert lineage.steps([*far, (datetime.date(2002, 1, 1), {"2": OLD})]) == []


@pytest.mark.parametrize("after", [{}, {"2": OTHER}, {"1": f"{OLD} meer"}, {"1": OLD, "2": OLD}])
def test_it_sees_no_step_where_there_is_none(after):
    assert lineage.steps(states({"1": OLD}, after)) == []


def test_it_does_not_take_one_stub_for_another():
    assert lineage.steps(states({"1": "Vervallen"}, {"2": "Vervallen"})) == []


def test_it_gives_each_number_one_successor():
    near = OLD.replace("oud1 ", "nieuw1 ")
    assert moves(lineage.steps(states({"1": OLD, "2": near}, {"3": OLD, "4": near}))) == [("1", "3", 2), ("2", "4", 2)]


def test_it_runs_forward_in_time_when_a_number_was_given_out_anew():
    first, second = datetime.date(2004, 12, 11), datetime.date(2006, 9, 3)
    known = [Step("250a", "273a", first, 0.46), Step("273a", "273f", second, 1.0), Step("372", "273a", second, 0.94)]
    for path in ("250a", "273a", "273f"):
        assert lineage.line(known, path) == ["250a", "273a", "273f"]
    assert lineage.line(known, "372") == ["372", "273a"]


def test_it_measures_likeness_between_nothing_and_all():
    assert lineage.likeness(OLD, OLD) == 1.0
    assert lineage.likeness(OLD, OTHER) == lineage.likeness("", OLD) == 0.0


@cache
def truth():
    with (FOLDER / "trafficking_article_changes.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["first_seen"] <= "2012-11-01"]


def imported(paths):
    summary = import_files(bwb, paths)
    assert summary.refused == []
    return Work.objects.get(identifier="BWBR0001854")


def line_of_273f(work):
    """Ask as the page does."""
    return [each.path for each in reads.line(reads.provision(work, "artikel/273f"))]


def changes(work, number):
    """Return the days on which an article was first seen with other words, or was gone, as its page tells them."""
    told = {}
    periods = reads.history(reads.provision(work, f"artikel/{number}"), "nl")
    for period in periods:
        told[period.since] = "changed" if period.since in told else "new"  # one ends where the next begins
        if period.until:
            told[period.until] = "absent"
    return [(day.isoformat(), event) for day, event in sorted(told.items())]


needs_data = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no real material at {FOLDER}")


@needs_data
@pytest.mark.real
@pytest.mark.django_db
def test_it_finds_the_line_of_the_trafficking_article():
    work = imported([FOLDER / f"{day}.xml.gz" for day in SAMPLE])
    assert line_of_273f(work) == ["artikel/250a", "artikel/273a", "artikel/273f"]
    steps = {(row.earlier.path, row.later.path): row.on.isoformat() for row in Renumbering.objects.all()}
    assert steps["artikel/250a", "artikel/273a"] == "2004-12-11"
    assert steps["artikel/273a", "artikel/273f"] == "2006-09-03"


@needs_data
@pytest.mark.real
@pytest.mark.long
@pytest.mark.django_db
def test_it_dates_every_change_of_the_trafficking_article_to_the_day():
    work = imported([FOLDER])
    assert work.expressions.count() == len(opening.files([FOLDER], bwb.SUFFIXES)) > 70
    for number in ("250a", "273a", "273f"):
        assert changes(work, number) == [
            (row["first_seen"], row["event"]) for row in truth() if row["artikel"] == number
        ]
    assert line_of_273f(work) == ["artikel/250a", "artikel/273a", "artikel/273f"]
    days = {row["artikel"]: row["first_seen"] for row in truth() if row["event"] == "new"}
    for row in Renumbering.objects.filter(later__path__in=["artikel/273a", "artikel/273f"]).exclude(
        earlier__path="artikel/372"
    ):
        assert row.on.isoformat() == days[row.later.number]
