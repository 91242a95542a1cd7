# SPDX-License-Identifier: EUPL-1.2
"""The house's own Dutch texts, as a vocabulary that is large enough to learn compounds from."""

from pathlib import Path

import baken.open
from baken.open.search.engine.shapes import Document
from baken.open.search.tests.material import document

_OPEN = Path(baken.open.__file__).parent


def texts() -> list[str]:
    """Return the starter articles and the starter thesaurus."""
    files = [*sorted((_OPEN / "articles" / "starter").glob("*.nl.md")), _OPEN / "thesaurus" / "starter.csv"]
    return [file.read_text(encoding="utf-8") for file in files]


def documents() -> list[Document]:
    """Return them as documents of the index, which no question of a test is about."""
    return [document(f"starter-{place}", title="", body=text) for place, text in enumerate(texts())]
