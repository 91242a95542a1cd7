# SPDX-License-Identifier: EUPL-1.2
"""Real law and rulings for the demo, read in behind the open door: `python -m baken.verbs.stock`.

Nothing of it comes with Baken. Where `BAKEN_DATA` names a folder that holds it, the demo reads it in
once, while the doors already serve; where there is none, a line says how to get law in.
"""

import subprocess
import sys
from collections.abc import Mapping

from baken.core import addresses, children, doors
from baken.settings import environment

# What a newcomer looks for first: residence law and treaties, the Criminal Code through time, rulings.
SHELVES = (
    ("bwb", ("bwb/treaties", "bwb/modern", "bwb/wetboek-van-strafrecht")),
    ("formex", ("formex",)),
    ("ecli", ("rechtspraak/xml",)),
)
_MARK = "stocked"


def is_there() -> bool:
    """Return whether the folder of real material holds what the demo reads."""
    return all((environment.data() / path).is_dir() for _, paths in SHELVES for path in paths)


def begin(given: Mapping[str, str]) -> subprocess.Popen[str] | None:
    """Start reading in the background and return the child that reads, or None where that was done before."""
    mark = environment.home() / _MARK
    if not is_there() or (mark.exists() and mark.read_text(encoding="utf-8") == _state()):
        return None
    words = [sys.executable, "-m", "baken.verbs.stock"]
    return children.start(words, addresses.for_child("open", given), cwd=environment.ROOT)


def stock() -> None:
    """Read everything in, telling of each kind when it is there."""
    from baken.verbs.importing import bring_in  # noqa: PLC0415 - after the door is ready

    with doors.open_door():
        for kind, paths in SHELVES:
            report = bring_in(kind, tuple(environment.data() / path for path in paths))
            new = {noun: report[noun]["new"] for noun in ("works", "provisions") if report[noun]["new"]}
            told = ", ".join(f"{count} {noun}" for noun, count in new.items()) or "nothing new"
            sys.stdout.write(f"open: real {kind} read in: {told} ({report['import_seconds']} s)\n")
            sys.stdout.flush()
    (environment.home() / _MARK).write_text(_state(), encoding="utf-8")


def _state() -> str:
    """Return the names and sizes of the files: enough to see that others were laid there."""
    files = [file for _, paths in SHELVES for path in paths for file in (environment.data() / path).iterdir()]
    return "".join(f"{file.name} {file.stat().st_size}\n" for file in sorted(files))


if __name__ == "__main__":
    stock()
