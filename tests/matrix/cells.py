# SPDX-License-Identifier: EUPL-1.2
"""A cell of the matrix: somebody asks an address with a method. And which cells `make test` plays."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from baken.accounts.models import User
from baken.accounts.tests.people import sign_in
from tests.cast import ROLES
from tests.matrix.expectation import METHODS, Line
from tests.matrix.places import PLACES, QUIET
from tests.matrix.someone import Someone
from tests.matrix.stage import Stage

_WRONG_METHOD = 405
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_SHOWN = {404: "refused", _WRONG_METHOD: "wrong method"}


@dataclass(frozen=True)
class Cell:
    """Who asks what how; ``expected`` is what she should meet."""

    line: Line
    method: str
    role: str
    relation: str

    @property
    def expected(self) -> str:
        """Return what she should meet."""
        if self.method not in self.line.methods:
            return "wrong method"
        return self.line.outcome(self.role, self.relation)

    def __str__(self) -> str:
        return f"{self.role} ({self.relation}) {self.method} {self.line.place}"


def cells_of(line: Line, others: frozenset[str], relation: str) -> Iterator[Cell]:
    """Yield the cells of a line: each role with each method that no other line of the address has."""
    for method in METHODS:
        if method in line.methods or method not in others:
            yield from (Cell(line, method, role, relation) for role in ROLES)


def thinned(*words: object, one_in: int) -> bool:
    """Return whether a case belongs to the fixed sample that `make test` takes."""
    return int(hashlib.sha256(" ".join(map(str, words)).encode()).hexdigest(), 16) % one_in == 0


class Player:
    """Plays cells as real requests through the real door."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self._clients: dict[Any, Client] = {}

    def client(self, who: Someone) -> Client:
        """Return a browser in which somebody is signed in with a fresh second factor."""
        if who.key not in self._clients:
            browser = Client(raise_request_exception=False)
            self._clients[who.key] = sign_in(browser, User.objects.get(pk=who.key))
        return self._clients[who.key]

    def ask(self, cell: Cell, client: Client | None = None) -> HttpResponse:
        """Return what a cell is answered with."""
        who = Someone(self.stage, cell.role, cell.relation)
        place = PLACES[cell.line.place]
        client = client or self.client(who)
        address = reverse(cell.line.url, kwargs=place.arguments(who))
        sent = place.form(who) if cell.method == "POST" else {}
        if cell.method not in _READING or place.scene:
            self.stage.prepare(place.scene, who.words)
        return getattr(client, cell.method.lower())(address, sent)

    def fault(self, cell: Cell) -> str | None:
        """Play a cell and return what is wrong with the answer, or nothing."""
        fault = self._fault(cell, self.ask(cell))
        if cell.method not in _READING or PLACES[cell.line.place].scene:
            self._clean_up(cell)
        return fault

    def _clean_up(self, cell: Cell) -> None:
        if self.stage.changes() or PLACES[cell.line.place].scene:
            self.again()
        elif cell.line.place.startswith("account"):
            self._clients.clear()  # it may have ended a session
            self.stage.forget_tries()

    def _fault(self, cell: Cell, answer: HttpResponse) -> str | None:
        met = outcome(answer)
        if met != cell.expected:
            return f"{cell}: expected {cell.expected}, met {met} ({answer.status_code})"
        if met == "in" and answer.status_code not in PLACES[cell.line.place].done:
            return f"{cell}: let in, but answered {answer.status_code}"
        return self._wrong_change(cell, met) if cell.method == "POST" else None

    def _wrong_change(self, cell: Cell, met: str) -> str | None:
        """Return what should not have changed, or that nothing did."""
        changed = self.stage.changes()
        if (changed and met != "in") or (not changed and met == "in" and cell.line.place not in QUIET):
            return f"{cell}: {met}, and what changed is {changed}"
        return None

    def again(self) -> None:
        """Put everything back; whoever was signed in signs in again."""
        self.stage.fresh()
        self._clients.clear()


def outcome(answer: HttpResponse) -> str:
    """Return in one word how an answer treats who asked."""
    to = urlsplit(answer.headers.get("Location", "")).path
    if to == reverse(settings.LOGIN_URL):
        return "sign-in"
    if to == reverse("account_second_factor"):
        return "enrol"
    if answer.status_code >= 400 and answer.status_code != 410:
        return _SHOWN.get(answer.status_code, f"status {answer.status_code}")
    return "in"
