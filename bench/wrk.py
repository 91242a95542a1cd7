# SPDX-License-Identifier: EUPL-1.2
"""Load by wrk: ten readers in a closed loop, pinned to a core of their own."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

CORE, READERS = 1, 10
SCRIPT = Path(__file__).with_name("wrk.lua")


@dataclass(frozen=True)
class Load:
    """What one run saw: requests a second, and how long answers took, in milliseconds."""

    per_second: float
    p50: float
    p95: float
    p99: float
    longest: float
    requests: int


def require() -> None:
    """Exit with one clear line where wrk or a second core is missing."""
    if shutil.which("wrk") is None or shutil.which("taskset") is None:
        raise SystemExit("make bench needs wrk and taskset: apt-get install -y wrk util-linux")


def measure(url: str, *, seconds: int, warm_up: int = 2, paths: Path | None = None, cookie: str = "") -> Load:
    """Warm up, then load `url` (or the paths in a file, on its host). An answer that is no success ends the bench."""
    _run(url, warm_up, paths, cookie)
    return _run(url, seconds, paths, cookie)


def _run(url: str, seconds: int, paths: Path | None, cookie: str) -> Load:
    command = ["taskset", "-c", str(CORE), "wrk", "-t1", f"-c{READERS}", f"-d{seconds}s", "--timeout", "30s"]
    command += ["-H", f"Cookie: {cookie}"] if cookie else []
    command += ["-s", str(SCRIPT), url, *(["--", str(paths)] if paths else [])]
    told = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60, check=True).stdout
    return read(told)


def read(told: str) -> Load:
    """Read the line that wrk.lua prints; raises RuntimeError when an answer failed or none came."""
    line = next(line for line in told.splitlines() if line.startswith("FIGURES "))
    requests, duration, p50, p95, p99, longest, errors = (int(word) for word in line.split()[1:])
    if errors or not requests:
        raise RuntimeError(f"{errors} of {requests} answers failed: {told.strip()}")
    return Load(requests / duration * 1e6, p50 / 1000, p95 / 1000, p99 / 1000, longest / 1000, requests)
