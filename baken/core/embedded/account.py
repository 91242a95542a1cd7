# SPDX-License-Identifier: EUPL-1.2
"""Under which system account the server runs.

An ordinary user runs it as himself. PostgreSQL refuses root, so root hands the server's own rooms
(data, socket) to the system account `baken`, which it makes on first use, and runs it as that; only
where no account can be made it is `nobody`, whom other services may share. The home then lets that
account's group pass (0710), and nobody else. Where a folder above is closed to it, such as /root, no
mode is changed: the server's processes get the one capability to pass closed folders
(CAP_DAC_READ_SEARCH; where a container withholds that, CAP_DAC_OVERRIDE), and nothing else. Whoever
dislikes that runs Baken as an ordinary user, which is better anyhow.
"""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

_OWN, _SHARED = "baken", "nobody"
_NEEDED = ("PATH", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "SYSTEMROOT")
_PASSING = {2: "dac_read_search", 1: "dac_override"}  # bit in the kernel's capability sets: setpriv's name


def environment() -> dict[str, str]:
    """Return all that the server and its keeper need to know; no address and no secret of a door."""
    return {name: os.environ[name] for name in _NEEDED if name in os.environ}


def entry() -> pwd.struct_passwd | None:
    """Return the account the server runs under, or None where that is ourselves."""
    if os.geteuid() != 0:
        return None
    return _named(_OWN) or _made() or _named(_SHARED)


def _named(name: str) -> pwd.struct_passwd | None:
    return next((found for found in pwd.getpwall() if found.pw_name == name), None)


def _made() -> pwd.struct_passwd | None:
    """Make the system account where this machine can; what else runs as `nobody` must not reach the data."""
    maker = shutil.which("useradd")
    if maker is None:
        return None
    words = [maker, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", _OWN]
    subprocess.run(words, check=False, capture_output=True)  # noqa: S603 - own words
    return _named(_OWN)


def give(path: Path) -> None:
    """Make a room the server's own."""
    if found := entry():
        os.chown(path, found.pw_uid, found.pw_gid)


def let_pass(path: Path) -> None:
    """Close a folder to all but us; the server's account, if another, may pass but not look."""
    if found := entry():
        os.chown(path, 0, found.pw_gid)
    path.chmod(0o710 if found else 0o700)


def prefix(ways: Iterable[Path]) -> list[str]:
    """Return the words before a command that make it run as the server's account and reach ``ways``."""
    found = entry()
    if found is None:
        return []
    words = ["--clear-groups", f"--reuid={found.pw_uid}", f"--regid={found.pw_gid}"]
    closed = any(not _may_pass(folder, found) for way in ways for folder in way.parents)
    return [shutil.which("setpriv") or "setpriv", *words, *(_passing_words() if closed else [])]


def _may_pass(folder: Path, found: pwd.struct_passwd) -> bool:
    status = folder.stat()
    if status.st_uid == found.pw_uid:
        return bool(status.st_mode & 0o100)
    return bool(status.st_mode & (0o010 if status.st_gid == found.pw_gid else 0o001))


def _passing_words() -> list[str]:
    """Grant one capability; the secure bit makes access(2), by which PostgreSQL finds itself, count it."""
    held = _held()
    name = next((name for bit, name in _PASSING.items() if held >> bit & 1), None)
    if name is None:
        return []
    kinds = ("inh-caps", "ambient-caps", "bounding-set")
    return ["--securebits=+no_setuid_fixup", *(f"--{kind}=-all,+{name}" for kind in kinds)]


def _held() -> int:
    """Return the capabilities this process has in effect, one bit each; none where there is no /proc."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1], 16) for line in lines if line.startswith("CapEff:")), 0)
