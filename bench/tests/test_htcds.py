# SPDX-License-Identifier: EUPL-1.2
"""The measure of the exchange sees what is lost and what is changed on the way."""

import pytest

from baken.standards.htcds.making import records
from bench import htcds

MADE = list(records(20))


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_nothing_is_lost_and_nothing_changed(tmp_path, suffix):
    told = htcds.measure(MADE, tmp_path / f"cases{suffix}")
    assert {name: told[name] for name in ("cases", "lost", "changed", "refused", "judged", "violations")} == {
        "cases": 20, "lost": 0, "changed": 0, "refused": 0, "judged": 20, "violations": 0,
    }  # fmt: skip


def test_it_would_see_what_is_lost_and_what_changed(tmp_path, monkeypatch):
    def careless(made, path):
        altered = [record | {"prs_FirstName": "A"} if at == 3 else record for at, record in enumerate(made)]
        return right(altered[:-2], path)

    right = htcds.write
    monkeypatch.setattr(htcds, "write", careless)
    told = htcds.measure(MADE, tmp_path / "cases.json")
    assert (told["lost"], told["changed"]) == (2, 1)
