# SPDX-License-Identifier: EUPL-1.2
"""On what the figures were measured."""

import os
import platform
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("django", "wagtail", "granian", "psycopg", "tantivy")


def describe(postgresql: str) -> dict[str, str]:
    """Return the machine and the versions, as words; `postgresql` is what the server says of itself."""
    told = {"processor": _processor(), "cores": str(os.cpu_count()), "memory": _memory()}
    told |= {"system": platform.platform(terse=True), "Python": platform.python_version(), "PostgreSQL": postgresql}
    return told | {name: version(name) for name in _PACKAGES} | {"wrk": _wrk(), "load before": load()}


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def _memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.1f} GiB"


def _wrk() -> str:
    """Return wrk's version, where it is there; it prints it beside its usage and exits with 1."""
    if not shutil.which("wrk"):
        return "none"
    told = subprocess.run(["wrk", "-v"], capture_output=True, text=True, check=False)
    return (told.stdout + told.stderr).split()[1]


def load() -> str:
    """Return the average number of busy processes in the minute before: above 0.3, others were at work."""
    return f"{os.getloadavg()[0]:.2f}"
