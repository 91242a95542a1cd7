# SPDX-License-Identifier: EUPL-1.2
"""What each step of the work asks for, of a table: concepts of the thesaurus and places in the law. Pure.

A row that names a concept or an act for which the table has no words stops the program that reads it.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "topics.toml"
Words = Mapping[str, str]  # by language


class TableError(ValueError):
    """The table cannot be used; the message says which row."""


@dataclass(frozen=True)
class Topic:
    """What a step asks for, what weighs most first."""

    concepts: tuple[str, ...]
    citations: tuple[str, ...]


@dataclass(frozen=True)
class Topics:
    """The whole table: topics by step, and what concepts and acts are called."""

    by_step: Mapping[str, Topic]
    concepts: Mapping[str, Words]
    acts: Mapping[str, Words]

    def of(self, steps: Iterable[str]) -> list[Topic]:
        """Return the topics of these steps, each once; a step that the table does not name asks for nothing."""
        return list(dict.fromkeys(self.by_step[step] for step in steps if step in self.by_step))

    @cached_property
    def all_concepts(self) -> frozenset[str]:
        """Every concept that any step asks for: so much is read, whoever asks."""
        return frozenset(each for topic in self.by_step.values() for each in topic.concepts)

    @cached_property
    def all_citations(self) -> frozenset[str]:
        """Every place in the law that any step asks for."""
        return frozenset(each for topic in self.by_step.values() for each in topic.citations)

    def split(self, citation: str) -> tuple[str, str]:
        """Return the act of a citation and the path in it; two empty words for an act that the table does not name."""
        act = next((act for act in self.acts if citation.startswith(f"{act}/")), "")
        return (act, citation[len(act) + 1 :]) if act else ("", "")


@cache
def topics(table: Path = TABLE) -> Topics:
    """Return the table; raise TableError."""
    read = tomllib.loads(table.read_text(encoding="utf-8"))
    found = Topics(_by_step(read["topic"]), read["concepts"], read["acts"])
    unsaid = {each for each in found.all_citations if not all(found.split(each))}
    if unknown := unsaid | (found.all_concepts - found.concepts.keys()):
        raise TableError(f"no words for {', '.join(sorted(unknown))}")
    return found


def _by_step(rows: list[dict[str, Any]]) -> dict[str, Topic]:
    steps = Counter(step for row in rows for step in row["steps"])
    if twice := [step for step, times in steps.items() if times > 1]:
        raise TableError(f"named twice: {', '.join(twice)}")
    return {step: _topic(row) for row in rows for step in row["steps"]}


def _topic(row: dict[str, Any]) -> Topic:
    made = Topic(tuple(row.get("concepts", ())), tuple(row.get("citations", ())))
    if not made.concepts and not made.citations:
        raise TableError(f"{', '.join(row['steps'])}: asks for nothing")
    return made
