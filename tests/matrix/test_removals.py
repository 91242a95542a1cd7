# SPDX-License-Identifier: EUPL-1.2
"""Each condition is there for a reason: taken away, at least one of the cast sees or may what she should not."""

import hashlib
from collections.abc import Iterator

import pytest
from psycopg import errors

from tests.cast import ROLES
from tests.matrix.cells import thinned
from tests.matrix.expectation import ALL
from tests.matrix.naming import Knower
from tests.matrix.removing import Removal, of_functions, of_policies, of_policy_conditions, of_rules
from tests.matrix.sight import Watch, ruled
from tests.matrix.someone import Someone

pytestmark = pytest.mark.matrix

FUNCTIONS, CONDITIONS = list(of_functions()), list(of_policy_conditions())
GROUP = 6  # so many parts that a run over two cores divides


@pytest.fixture(scope="module")
def people(stage):
    """Provide everybody of the cast in a fixed order in which what is missed shows early."""
    names = [(role, relation) for role in ROLES for relation in ALL]
    names.sort(key=lambda name: hashlib.sha256(" ".join(name).encode()).digest())
    return [Someone(stage, *name) for name in names]


@pytest.fixture(scope="module")
def watch(stage):
    with stage.another() as connection:
        yield Watch(connection, Knower(stage), superuser=True)


def _faults(watch: Watch, people: list[Someone]) -> Iterator[str]:
    from baken.closed.access import rules  # noqa: PLC0415 - unchanged, over the facts of a changed database

    for who in people:
        yield from watch.reading_faults(who)
        yield from watch.writing_faults(who)
        yield from watch.asking_faults(who)
        yield from watch.ruling_faults(who, rules)


def _noticed(watch: Watch, people: list[Someone], removal: Removal) -> bool:
    """Return whether anybody meets something else without it; the change is rolled back."""
    with watch.connection.transaction(force_rollback=True):
        watch.connection.execute("RESET ROLE")
        watch.connection.execute(removal.statement)
        try:
            return next(_faults(watch, people), None) is not None
        except errors.Error:
            return True


def _told(count, removed, unnoticed):
    count("removals", removed=len(removed), noticed=len(removed) - len(unnoticed))
    assert unnoticed == []


def test_nothing_is_noticed_where_nothing_was_removed(watch, people):
    assert next(_faults(watch, people), None) is None


def test_each_condition_of_the_pure_rules_is_missed(watch, people, count):
    standings = [(who, watch.standing(who, who.file)) for who in people]
    removed, unnoticed = list(of_rules()), []
    for what, changed in removed:
        try:
            if next((fault for who, facts in standings for fault in ruled(changed, facts, who, watch)), None) is None:
                unnoticed.append(what)
        except (AttributeError, TypeError):
            continue
    _told(count, removed, unnoticed)


def _groups(one_in: int) -> Iterator[object]:
    for marks, name, sampled in (((), "sample", True), ((pytest.mark.long,), "rest", False)):
        for number in range(GROUP):
            yield pytest.param((number, sampled, one_in), marks=marks, id=f"{name}-{number}")


def _mine(removals: list[Removal], group: tuple[int, bool, int]) -> list[Removal]:
    number, sampled, one_in = group
    chosen = [each for each in removals if thinned(each.what, one_in=one_in) == sampled]
    return chosen[number::GROUP]


@pytest.mark.parametrize("group", list(_groups(40)))
def test_each_condition_of_each_function_is_missed(watch, people, count, group):
    removed = _mine(FUNCTIONS, group)
    _told(count, removed, [each.what for each in removed if not _noticed(watch, people, each)])


@pytest.mark.parametrize("group", list(_groups(30)))
def test_each_condition_of_each_policy_is_missed(watch, people, count, group):
    removed = _mine(CONDITIONS, group)
    _told(count, removed, [each.what for each in removed if not _noticed(watch, people, each)])


@pytest.mark.parametrize("group", list(_groups(30)))
def test_each_policy_and_each_guard_is_missed(watch, people, count, group):
    removed = _mine(list(of_policies(watch.connection)), group)
    _told(count, removed, [each.what for each in removed if not _noticed(watch, people, each)])
