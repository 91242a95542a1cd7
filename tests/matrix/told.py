# SPDX-License-Identifier: EUPL-1.2
"""What a browser sends where something is told of the trafficking, of risks or of safety."""

from typing import Any

ACCOUNT = {
    "teller": "self", "told_on": "2026-02-02", "forms": ["SexualExploitation"], "crossing": "domestic",
    "industry": "not_asked", "recruited_country": "NL", "relationship": "unknown", "exploited_country": "NL",
}  # fmt: skip
LEVEL = {"level": "red", "on": "2026-02-02", "words": "verzonnen", "measures": ["secret"]}


def assessment() -> dict[str, Any]:
    """Answer every question of the table: which those are is read where they stand."""
    from baken.closed.trafficking.lists import of  # noqa: PLC0415 - the code under test

    return {"on": "2026-02-02", **{f"factor_{each}": "unknown" for each in of("factor")}}
