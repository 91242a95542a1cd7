# SPDX-License-Identifier: EUPL-1.2
"""Every address, method, role and relation: let in where the reviewed table says so, and nowhere else."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import get_resolver

from baken.accounts.models import User
from baken.accounts.tests.people import sign_in
from tests.cast import CANARIES, RELATIONS, ROLES, canary
from tests.matrix.cells import Cell, Player, cells_of, outcome, thinned
from tests.matrix.expectation import METHODS, Line, lines, part_lines
from tests.matrix.places import PLACES
from tests.matrix.someone import Someone

pytestmark = pytest.mark.matrix

LINES = lines()
# In this relation most are let in; the others are thinned.
FULLEST = "team"


def _names(patterns) -> Iterator[str]:
    for each in patterns:
        yield from _names(each.url_patterns) if hasattr(each, "url_patterns") else [each.name]


def _elsewhere(line: Line) -> frozenset[str]:
    """Return the methods that another line of the same address has."""
    return frozenset(method for each in LINES if each.url == line.url and each is not line for method in each.methods)


def _sampled(cell: Cell) -> bool:
    """Return whether `make test` plays a cell: each address by half of the roles, and some of all others."""
    known = cell.method in cell.line.methods
    if cell.relation == FULLEST:
        return not thinned(cell.line.place, cell.role, one_in=2) if known else thinned(cell, one_in=80)
    return known and thinned(cell.line.place, cell.role, cell.relation, one_in=80)


def _parts() -> Iterator[object]:
    """Yield each line with each relation twice: its cells of the sample, and the others."""
    for line in LINES:
        for relation in RELATIONS:
            cells = list(cells_of(line, _elsewhere(line), relation))
            for name, marks, part in (
                ("sample", (), [each for each in cells if _sampled(each)]),
                ("rest", (pytest.mark.long,), [each for each in cells if not _sampled(each)]),
            ):
                if part:
                    yield pytest.param(part, marks=marks, id=f"{line.place}-{relation}-{name}")


@pytest.fixture(scope="module")
def player(stage):
    return Player(stage)


def test_every_address_has_its_line_and_every_line_its_address():
    assert {each.url for each in LINES} == set(_names(get_resolver().url_patterns))
    assert {each.place for each in LINES} == PLACES.keys()


@pytest.mark.parametrize("cells", list(_parts()))
def test_it_lets_in_whom_the_table_names_and_nobody_else(player, count, cells):
    faults = [fault for fault in map(player.fault, cells) if fault]
    count("matrix", cells=len(cells), wrong=len(faults))
    assert faults == []


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.place}-{line.methods[0]}")
@pytest.mark.parametrize("known", [True, pytest.param(False, marks=pytest.mark.long)], ids=["known", "wrong"])
@pytest.mark.parametrize("kind", ["stranger", "unproved", "half"])
def test_it_shows_nothing_before_the_second_factor(player, count, line, kind, known):
    methods = line.methods if known else [each for each in METHODS if each not in {*line.methods, *_elsewhere(line)}]
    player.again()
    faults = []
    for method in methods:
        met = outcome(player.ask(Cell(line, method, "case_manager", "team"), _browser(player, kind)))
        if met != _expected(line, kind, method):
            faults.append(f"{kind} {method} {line.place}: expected {_expected(line, kind, method)}, met {met}")
    count("matrix", cells=len(methods), wrong=len(faults))
    player.again()
    assert faults == []


def _browser(player: Player, kind: str) -> Client:
    """Return the browser of a stranger, of somebody without a factor, or of one who has one and did not show it."""
    browser = Client(raise_request_exception=False)
    if kind == "stranger":
        return browser
    user = User.objects.get(pk=player.stage.cast.person("case_manager", "team"))
    if kind == "half":
        _give_factor(player, user)
    browser.force_login(user)
    return browser


def _give_factor(player: Player, user: User) -> None:
    given = "INSERT INTO mfa_authenticator (type, data, user_id, created_at) VALUES ('totp', '{}', %(me)s, now())"
    player.stage.prepare([f"{given} ON CONFLICT DO NOTHING"], {"me": user.pk})


def _expected(line: Line, kind: str, method: str) -> str:
    if kind == "half":
        return "sign-in"
    met = line.strangers[kind]
    return met if method in line.methods or met not in {"in", "sign-in"} or _asks_first(line, kind) else "wrong method"


def _asks_first(line: Line, kind: str) -> bool:
    """Return whether who somebody is, is asked before how she asks."""
    return line.strangers[kind] == "sign-in" and not line.place.startswith("mfa")


@pytest.mark.parametrize("role", ROLES)
def test_it_shows_the_parts_that_may_be_read_and_no_other(player, count, role):
    faults, lines_of = [], part_lines()
    cell_line = next(each for each in LINES if each.place == "file")
    fields = {
        "identity": ("name", "nationality", "document", "guardian", "relative"),
        "contact": ("phone", "safe_ways", "street"),
        "notes": ("notes", "decisions"),
        "legal": ("legal",), "health": ("health",), "whereabouts": (),
    }  # fmt: skip
    for relation in RELATIONS:
        text = player.ask(Cell(cell_line, "GET", role, relation)).content.decode()
        allowed = {name for part, names in fields.items() if lines_of[part].allowed(role, relation) for name in names}
        shown = {name for name in CANARIES if canary(name) in text}
        faults += [f"{role} ({relation}): {name}" for name in sorted(shown ^ allowed)]
    count("matrix", cells=len(RELATIONS) * len(CANARIES), wrong=len(faults))
    assert faults == []


@pytest.mark.parametrize("roles", [["case_manager"], pytest.param(ROLES, marks=pytest.mark.long)], ids=["one", "all"])
def test_an_account_that_was_shut_is_a_stranger_everywhere(player, count, roles):
    faults = []
    for line in LINES:
        for role in roles:
            who = Someone(player.stage, role, "inactive")
            browser = sign_in(Client(raise_request_exception=False), User.objects.get(pk=who.key))
            met = outcome(player.ask(Cell(line, line.methods[0], role, "inactive"), browser))
            faults += [f"{role} {line.place}: {met}"] if met != line.strangers["stranger"] else []
        player.again()
    count("matrix", cells=len(LINES) * len(roles), wrong=len(faults))
    assert faults == []
