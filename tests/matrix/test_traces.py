# SPDX-License-Identifier: EUPL-1.2
"""Every page and every verb that touches a person leaves its trace in the log; every refusal too."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connections
from django.http import HttpResponse

from baken.cli import _VERBS
from tests.cast import RELATIONS, ROLES
from tests.matrix.cells import Cell, Player
from tests.matrix.expectation import Line, lines
from tests.matrix.places import PLACES

pytestmark = pytest.mark.matrix

LINES = lines()
CASES = [(line, method) for line in LINES for method in line.methods if method != "HEAD"]
_PEOPLE = re.compile(
    r'"(casework_\w+|legal_\w+|minors_\w+|intake_\w+|access_dossier|shelter_(?!location|unit|place|closing|shift|signature|check|duty)\w+)"'
)
# Verbs of `baken`: which of them reads or writes what is about a person in a file.
TOUCHES_NOBODY = {
    "demo", "serve", "migrate", "check", "user", "index", "search", "audit", "keys", "agency", "code",
    "timeline", "place", "evaluate", "lexicon", "worker", "estimate", "compare", "validate",
}  # fmt: skip


class Touched:
    """Counts the questions that met a row about a person."""

    def __init__(self) -> None:
        self.questions: list[str] = []

    def __call__(self, execute, text, parameters, many, context):
        answer = execute(text, parameters, many, context)
        if _PEOPLE.search(text) and context["cursor"].rowcount != 0:
            self.questions.append(text[:200])
        return answer


@contextmanager
def watched() -> Iterator[Touched]:
    touched = Touched()
    with connections["default"].execute_wrapper(touched):
        yield touched


@pytest.fixture(scope="module")
def player(stage):
    return Player(stage)


def _entries(player: Player) -> dict[object, dict[str, Any]]:
    found = player.stage.known(
        "SELECT id, trace, activity, outcome, user_id, dossier_id, objects_touched FROM audit_entry"
    )
    return {each["id"]: each for each in found}


def _somebody(line: Line, method: str, outcome: str) -> Cell | None:
    """Return somebody who meets an outcome there, a case manager on the team if she does."""
    names = [("case_manager", "team"), *((role, relation) for role in ROLES for relation in RELATIONS)]
    cells = (Cell(line, method, *name) for name in names)
    return next((each for each in cells if each.expected == outcome), None)


@pytest.mark.parametrize("whole", [False, pytest.param(True, marks=pytest.mark.long)], ids=["one", "each role"])
@pytest.mark.parametrize(("line", "method"), CASES, ids=[f"{line.place}-{method}" for line, method in CASES])
def test_whoever_is_let_in_to_a_person_leaves_a_trace(player, count, line, method, whole):
    cells = _allowed(line, method)[1:] if whole else _allowed(line, method)[:1]
    for cell in cells:
        player.again()
        before = _entries(player).keys()
        with watched() as touched:
            answer = player.ask(cell)
        new = [each for key, each in _entries(player).items() if key not in before]
        assert _files_in(player, answer) <= _named(new), cell
        assert not touched.questions or any(each["trace"] for each in new), (cell, touched.questions)
        assert len({each["trace"] for each in new}) <= 1
        assert {each["user_id"] for each in new} <= {player.stage.cast.person(cell.role, cell.relation)}
    count("traces", pages=len(cells), without=0)
    player.again()


def _files_in(player: Player, answer: HttpResponse) -> set[str]:
    """Return which files of the cast an answer shows or leads to."""
    return {str(file) for file in player.stage.cast.files.values() if str(file).encode() in answer.content}


def _named(entries: list[dict[str, Any]]) -> set[str]:
    """Return the keys of files, and of whatever else, that entries name."""
    return {str(each["dossier_id"]) for each in entries} | {key for each in entries for key in each["objects_touched"]}


def _allowed(line: Line, method: str) -> list[Cell]:
    """Return one of each role that is let in: what is shown differs with the role."""
    found = {}
    for relation in ("team", "same", *RELATIONS):
        for role in ROLES:
            cell = Cell(line, method, role, relation)
            if cell.expected == "in":
                found.setdefault(role, cell)
    return list(found.values())


@pytest.mark.parametrize(("line", "method"), CASES, ids=[f"{line.place}-{method}" for line, method in CASES])
def test_whoever_is_refused_leaves_a_refusal(player, count, line, method):
    cell = _somebody(line, method, "refused")
    if cell is None or PLACES[line.place].arguments is PLACES["account_remove_factor"].arguments:
        return
    player.again()
    before = _entries(player).keys()
    player.ask(cell)
    new = [each for key, each in _entries(player).items() if key not in before]
    assert [each["outcome"] for each in new] == ["refused"]
    count("traces", refusals=1, without=0)
    player.again()


def test_every_verb_is_known_to_touch_nobody_or_has_its_test():
    # Their own tests find their entries.
    traced = {"backup", "restore", "erase", "retention", "export", "import", "link"}
    assert set(_VERBS) <= TOUCHES_NOBODY | traced
