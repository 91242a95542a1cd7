# SPDX-License-Identifier: EUPL-1.2
"""How fast law comes in: the dated states of the Criminal Code and the treaties, into an empty database."""

import time

from baken.settings import environment
from bench.stage import BAKEN, Stage, run

FOLDERS = ("wetboek-van-strafrecht", "treaties")
_COUNTS = {name: f"sources_{name}" for name in ("work", "expression", "provision", "wording", "entry")}


def measure(stage: Stage) -> dict[str, float]:
    """Import once and count. `per_second`: lines of tables of contents, each a provision as read from a file."""
    paths = [str(environment.data() / "bwb" / folder) for folder in FOLDERS]
    run([BAKEN, "migrate", "--door", "open"], stage.bare)
    begun = time.monotonic()
    run([BAKEN, "import", "bwb", *paths], stage.bare)
    seconds = time.monotonic() - begun
    counts = {name: _count(stage, table) for name, table in _COUNTS.items()}
    return counts | {"seconds": seconds, "per_second": counts["entry"] / seconds}


def _count(stage: Stage, table: str) -> float:
    return float(str(stage.ask(f"SELECT count(*) FROM {table}")[0][0]))  # noqa: S608 - own table names
