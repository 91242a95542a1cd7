# SPDX-License-Identifier: EUPL-1.2
"""A shelf with some cards on it, held by this process until the test is over."""

import pytest

from baken.bridge.tests.laying import lay
from baken.closed.knowledge import shelf
from baken.closed.knowledge.topics import topics


@pytest.fixture
def nothing_held():
    shelf.forget()
    yield
    shelf.forget()


@pytest.fixture
def shelved(cast, database_copy, nothing_held):
    """Provide a card of each concept that any step names first, and a way to read the shelf again."""
    firsts = sorted({topic.concepts[0] for topic in topics().by_step.values()})
    found = [
        lay(
            database_copy,
            key=each,
            same=each,
            title=f"Verzonnen {each}",
            address=f"/artikelen/{each}/",
            concepts=(each,),
        )
        for each in firsts
    ]
    assert shelf.refresh()
    return found
