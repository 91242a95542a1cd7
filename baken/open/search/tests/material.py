# SPDX-License-Identifier: EUPL-1.2
"""Made-up documents for the engine's tests."""

from dataclasses import replace

from baken.open.search.engine import answering
from baken.open.search.engine.shapes import PUBLIC, Document, Question
from baken.open.search.engine.store import Store

EVERYONE = frozenset({PUBLIC})


def document(name: str, **fields) -> Document:
    plain = Document(key=name, work=f"work:{name}", id=name, type="article", lang="nl", path=f"/{name}", title=name)
    return replace(plain, **fields)


def audience(*ways: str) -> frozenset[frozenset[str]]:
    """`audience("public+login", "group:1")` is one way or the other."""
    return frozenset(frozenset(way.split("+")) for way in ways)


def store(folder, *documents: Document, cursor: str = "7") -> Store:
    made = Store(folder / "index")
    made.folder.mkdir(exist_ok=True)
    made.build(documents, cursor)
    return made


def ask(made: Store, text: str = "", tokens=EVERYONE, **rest):
    return answering.ask(made.view(), Question(text, **rest), tokens)


def ids(answer) -> list[str]:
    return [hit.id for hit in answer.hits]
