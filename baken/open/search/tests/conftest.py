# SPDX-License-Identifier: EUPL-1.2
"""Every test has an index of its own; some ask for an embedder that needs no model."""

import pytest

from baken.open.search.meaning import questions
from baken.open.search.tests.imagining import Imagined


@pytest.fixture(autouse=True)
def own_index(tmp_path, monkeypatch):
    monkeypatch.setenv("BAKEN_HOME", str(tmp_path / "home"))


@pytest.fixture
def embedder(settings, monkeypatch):
    monkeypatch.setattr(questions, "_until", {})
    settings.SEARCH_EMBEDDINGS = Imagined()
    return settings.SEARCH_EMBEDDINGS
