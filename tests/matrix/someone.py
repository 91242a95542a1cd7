# SPDX-License-Identifier: EUPL-1.2
"""Somebody of the cast, and what a place of `places` is made of: an address for her, and a good form."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from tests.cast import OTHERS, OWN
from tests.matrix.stage import Stage

NOWHERE = UUID("6f1d2c1e-0000-4000-8000-00000000ba4e")
SEEN, SENT = frozenset({200}), frozenset({302})


@dataclass(frozen=True)
class Someone:
    """Somebody of the cast, and what she has to do with."""

    stage: Stage
    role: str
    relation: str

    @property
    def key(self) -> UUID:
        """Her own key."""
        return self.stage.cast.person(self.role, self.relation)

    @property
    def file(self) -> UUID:
        """The file that her relation is to."""
        return self.stage.cast.file(self.role, self.relation)

    def housed(self, kind: str) -> UUID:
        """Return the row of a kind that the household of the file has in the house."""
        file = f"{self.role}.{self.relation}" if self.relation in OWN else "main"
        return self.stage.cast.rows[f"{kind}.{file}"]

    def row(self, kind: str) -> UUID:
        """Return the row that is hers in this relation or belongs to her own file, else the one of the file."""
        rows = self.stage.cast.rows
        if self._own(kind):
            return rows.get(f"{kind}.{self.role}.{self.relation}", NOWHERE)
        return rows[{"place": "place.team", "glass": "glass", "consent": "consent"}[kind]]

    def _own(self, kind: str) -> bool:
        return self.relation in OWN or (kind == "glass" and self.relation.startswith("glass"))

    def other(self, role: str) -> UUID:
        """Return a colleague at the centre who has nothing to do with the file."""
        return self.stage.cast.person(role, OTHERS)

    @property
    def words(self) -> dict[str, Any]:
        """What statements that set the scene may name."""
        return {"file": self.file, "me": self.key, "lead": self.stage.cast.rows["lead"]}


Words = Callable[[Someone], dict[str, Any]]


@dataclass(frozen=True)
class Place:
    """How an address is made, what is sent to it, and with which status it answers what was done."""

    arguments: Words = lambda who: {}
    form: Words = lambda who: {}
    done: frozenset[int] = frozenset({200})
    scene: tuple[str, ...] = field(default=())


def _file(who: Someone) -> dict[str, Any]:
    return {"dossier": who.file}


def _and_row(name: str) -> Words:
    return lambda who: {"dossier": who.file, name: who.stage.cast.rows[name]}


def _row(name: str, key: str) -> Words:
    return lambda who: {name: who.stage.cast.rows[key]}


def _said(**words: Any) -> Words:
    return lambda who: words


def _soon() -> str:
    return (datetime.date.today() + datetime.timedelta(days=10)).isoformat()


def _only(name: str, table: str) -> Words:
    """Name the one row of a table that hangs from the file."""
    question = f"SELECT id FROM {table} WHERE dossier_id = %s"  # noqa: S608 - names of ours
    return lambda who: {"dossier": who.file, name: who.stage.known(question, [who.file])[0]["id"]}
