# SPDX-License-Identifier: EUPL-1.2
"""Every test has an index of its own."""

import pytest


@pytest.fixture(autouse=True)
def own_index(tmp_path, monkeypatch):
    monkeypatch.setenv("BAKEN_HOME", str(tmp_path / "home"))
