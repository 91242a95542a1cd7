# SPDX-License-Identifier: EUPL-1.2
"""Every test has an index of its own, and follows the databank only when it says so."""

import pytest


@pytest.fixture(autouse=True)
def own_index(tmp_path, monkeypatch):
    monkeypatch.setenv("BAKEN_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("baken.open.search.following.start", lambda: None)
