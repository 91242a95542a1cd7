# SPDX-License-Identifier: EUPL-1.2
"""The hatch to the public lets figures through that hide what is small, and nothing else; and nobody alters one."""

import datetime
import json
from dataclasses import asdict, replace
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import IntegrityError
from psycopg.errors import CheckViolation, ForeignKeyViolation, InsufficientPrivilege, UniqueViolation

from baken.bridge import figures
from baken.tabulation.carrying import Unsound, packed
from baken.tabulation.examples import METHOD, examples
from baken.tabulation.releasing import Unfit
from baken.tabulation.shapes import Words

NAME = "example-by-origin"
FIGURE = examples()[NAME]
DAY = datetime.date(2026, 3, 2)
_ROW = "INSERT INTO bridge.figure (id, slug, figure, method, released_on, replaces) VALUES (%s, %s, %s, %s, %s, %s)"


@pytest.fixture
def hatch(committed):
    """Provide a way to ask the hatches something as one of the roles."""

    def ask(role, words, *values):
        with psycopg.connect(committed.home.address(role, "copy_bridge"), autocommit=True) as db:
            return db.execute(words, values)

    return ask


def lay(**other):
    about = {"slug": NAME, "figure": FIGURE, "method": METHOD, "released_on": DAY, "replaces": None, **other}
    about.setdefault("release", uuid4())
    figures.lay(**about)
    return about["release"]


def row(**other):
    said = {
        "id": uuid4(), "slug": NAME, "figure": packed(FIGURE), "method": asdict(METHOD), "released_on": DAY,
        "replaces": None, **other,
    }  # fmt: skip
    return [json.dumps(each) if isinstance(each, dict | list) else each for each in said.values()]


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("open_runtime", "INSERT INTO bridge.figure (id) VALUES (gen_random_uuid())"),
        ("open_runtime", "UPDATE bridge.figure SET figure = '{}'"),
        ("open_runtime", "UPDATE bridge.figure SET withdrawn_on = NULL"),
        ("open_runtime", "DELETE FROM bridge.figure"),
        ("open_runtime", "TRUNCATE bridge.figure"),
        ("open_bridge", "UPDATE bridge.figure SET figure = '{}'"),
        ("open_bridge", "UPDATE bridge.figure SET slug = 'other'"),
        ("open_bridge", "UPDATE bridge.figure SET released_on = now()"),
        ("open_bridge", "DELETE FROM bridge.figure"),
        ("open_bridge", "TRUNCATE bridge.figure"),
    ],
)
def test_no_side_alters_what_was_released(hatch, role, words):
    with pytest.raises(InsufficientPrivilege):
        hatch(role, words)


def table(**other):
    return {"figure": {**packed(FIGURE), **other}}


def cells(**other):
    first, *rest = packed(FIGURE)["values"]
    return table(values=[{**first, **other}, *rest])


@pytest.mark.parametrize(
    "other",
    [
        table(kind="person"), {"figure": {"name": "Verzonnen Persoon"}}, {"figure": []}, table(threshold=0),
        table(threshold=None), table(threshold="11"), cells(value=10), cells(value=0), cells(value="Verzonnen Persoon"),
        cells(value=[1]), table(values=["Verzonnen Persoon"]), table(person="Verzonnen Persoon"),
        cells(person="Verzonnen Persoon"), {"method": {"nl": "x", "en": "x", "fr": "x"}},
        {"slug": "A file"}, {"slug": "file\n"}, table(title={"nl": "x" * 4_000_000}),
    ],
)  # fmt: skip
def test_the_closed_door_lays_nothing_else_here(hatch, other):
    with pytest.raises(CheckViolation):
        hatch("open_bridge", _ROW, *row(**other))


@pytest.mark.parametrize(
    ("figure", "error"),
    [
        (replace(FIGURE, threshold=0), Unfit),
        (replace(FIGURE, values={**FIGURE.values, ("america",): 7}), Unfit),
        (replace(FIGURE, values={**FIGURE.values, ("nl",): 900}), Unsound),
        (replace(FIGURE, title=Words(nl="x" * 5000, en="x")), Unsound),
    ],
)
def test_what_is_unsound_or_unsafe_is_refused_before_it_lies_there(committed, figure, error):
    with pytest.raises(error):
        lay(figure=figure)
    assert figures.shown() == []


def test_it_is_shown_as_it_was_laid(committed):
    key = lay()
    assert figures.shown() == [figures.Shown(key, NAME, FIGURE, METHOD, DAY)]
    assert figures.figure(NAME) == figures.shown()[0]
    assert figures.figure("another") is None
    lay(release=key)  # a second time, by somebody who did not hear that it went well
    assert len(figures.releases(NAME)) == 1


@pytest.mark.parametrize("name", examples())
def test_every_kind_of_figure_passes(committed, name):
    lay(slug=name, figure=examples()[name])
    assert figures.figure(name).figure == examples()[name]


def test_a_newer_release_takes_its_place_and_the_older_one_stays_to_be_read(committed):
    old = lay()
    new = lay(replaces=old, released_on=DAY + datetime.timedelta(days=90))
    other = lay(slug="another")
    assert [each.release for each in figures.shown()] == [new, other]
    assert [each.release for each in figures.releases(NAME)] == [new, old]


@pytest.mark.parametrize("replaces", [None, UUID(int=1)])
def test_two_newest_releases_of_one_figure_cannot_be(committed, replaces):
    lay()
    with pytest.raises(IntegrityError):
        lay(replaces=replaces)
    assert len(figures.shown()) == 1


def test_a_release_is_replaced_once_and_by_its_own_figure(hatch):
    old = lay()
    lay(replaces=old)
    with pytest.raises(UniqueViolation):
        hatch("open_bridge", _ROW, *row(replaces=old))
    with pytest.raises(ForeignKeyViolation):
        hatch("open_bridge", _ROW, *row(slug="another", replaces=figures.figure(NAME).release))


def test_what_was_withdrawn_is_shown_no_more_and_stays_withdrawn(hatch):
    lay(replaces=lay())
    figures.withdraw(slug=NAME, on=DAY)
    assert (figures.shown(), figures.figure(NAME), figures.releases(NAME)) == ([], None, [])
    assert figures.withdrawn(NAME) == DAY
    figures.withdraw(slug=NAME, on=DAY + datetime.timedelta(days=1))
    assert figures.withdrawn(NAME) == DAY
    with pytest.raises(InsufficientPrivilege):
        hatch("open_bridge", "UPDATE bridge.figure SET withdrawn_on = NULL")
    assert figures.withdrawn("never-was") is None


def test_a_figure_may_come_back_by_a_new_release(committed):
    old = lay()
    figures.withdraw(slug=NAME, on=DAY)
    new = lay(replaces=old)
    assert [each.release for each in figures.releases(NAME)] == [new]
    assert figures.withdrawn(NAME) is None


def test_what_was_laid_past_the_rules_is_not_shown(hatch):
    """Whoever has the open door's database may drop its rules: what is read is looked at once more."""
    hatch("open_owner", "ALTER TABLE bridge.figure DROP CONSTRAINT figure_hides_small_numbers")
    hatch("open_owner", _ROW, *row(**cells(value=3)))
    hatch("open_owner", _ROW, *row(slug="another", figure={"kind": "table"}))
    hatch("open_owner", _ROW, *row(slug="third", method={"nl": "x"}))
    hatch("open_owner", "ALTER TABLE bridge.figure DROP CONSTRAINT figure_says_no_more")
    hatch("open_owner", _ROW, *row(slug="fourth", **table(person="Verzonnen Persoon")))
    assert figures.shown() == []
    assert figures.figure(NAME) is None


@pytest.mark.parametrize("verb", [lay, lambda: figures.withdraw(slug=NAME, on=DAY)], ids=["lay", "withdraw"])
def test_every_change_is_told_to_who_keeps_pages(committed, verb):
    with psycopg.connect(committed.home.address("open_owner", "copy_bridge"), autocommit=True) as db:
        db.execute("LISTEN baken_change")
        verb()
        assert len(list(db.notifies(timeout=5, stop_after=1))) == 1
