# SPDX-License-Identifier: EUPL-1.2
"""A collection's texts as the engine's documents, for one reader only: the command that asks a collection."""

from baken.open.search.engine.shapes import Document
from baken.open.sources.importers.jsonl import Text, shortened

# Nobody who reads pages holds this, so even their search, pointed at a collection's index, would find nothing.
READER = frozenset({"collection"})
TYPE = "text"


def document(said: Text) -> Document:
    """Return a text as it would lie in the databank; it has no address."""
    return Document(
        key=f"{said.identifier}@{said.language}", work=said.identifier, id=said.identifier, type=TYPE,
        lang=said.language, path="", title=said.title or shortened(said.text), body=said.text,
        numbers=(said.identifier,), audience=frozenset({READER}),
    )  # fmt: skip
