# SPDX-License-Identifier: EUPL-1.2
"""What the operating system tells about a process: does it run, since when, with which command line."""

import subprocess
from pathlib import Path

_PROC = Path("/proc")
# Fields of /proc/<pid>/stat, counted after the command's closing bracket (proc(5): fields 3 and 22).
_STATE, _STARTED = 0, 19


def started(pid: int) -> str | None:
    """Return when a process began, in a form that only compares, or None when it does not run.

    A number alone is handed out again; number and beginning together are one process.
    """
    if (_PROC / "self" / "stat").exists():
        return _started_by_proc(pid)
    return _ps(pid, "lstart=").replace(" ", "-").replace(":", ".") or None


def command_line(pid: int) -> str:
    """Return a process's command line, its words apart by spaces; empty when it does not run."""
    if (_PROC / "self" / "stat").exists():
        try:
            return (_PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            return ""
    return _ps(pid, "command=")


def _started_by_proc(pid: int) -> str | None:
    try:
        fields = (_PROC / str(pid) / "stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return None
    # A zombie holds nothing any more; it only waits for its parent to look.
    return None if fields[_STATE] in "ZX" else fields[_STARTED]


def _ps(pid: int, column: str) -> str:
    """Ask `ps`, where there is no /proc."""
    asked = ["ps", "-p", str(pid), "-o", column]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 - own words
