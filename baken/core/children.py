# SPDX-License-Identifier: EUPL-1.2
"""Child processes that never outlive their parent, and signals that never leave a job half done."""

import contextlib
import ctypes
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

_LAST = 19  # the lowest priority there is
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_PR_SET_PDEATHSIG = 1
_prctl = getattr(ctypes.CDLL(None), "prctl", None)


class ChildError(RuntimeError):
    """A child process failed; the message is the last line it said, a note the rest."""


def start(
    command: Sequence[str], environment: Mapping[str, str], stdin: int = subprocess.DEVNULL, **options: Any
) -> subprocess.Popen[str]:
    """Start a child in a session of its own, so that a terminal's Ctrl-C reaches the parent alone."""
    return subprocess.Popen(  # noqa: S603 - own words
        command,
        env=dict(environment),
        stdin=stdin,
        text=True,
        start_new_session=True,
        preexec_fn=_dying_with(os.getpid()) if _prctl else None,  # noqa: PLW1509 - it makes a few system calls
        **options,
    )


def run(command: Sequence[str], environment: Mapping[str, str], **options: Any) -> str:
    """Run a child to its end and return what it printed; raise ChildError when it fails."""
    with undisturbed():
        child = start(command, environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    try:
        out, err = child.communicate()
    finally:
        stop([child])
    if child.returncode:
        said = (err or out).strip() or f"ended with code {child.returncode}"
        failure = ChildError(said.splitlines()[-1].strip())
        failure.add_note(said)
        raise failure
    return out


def stop(children: Iterable[subprocess.Popen[str]], patience: float = 8) -> None:
    """End children and all of their groups: TERM, a wait of at most ``patience`` seconds, then KILL."""
    children = list(children)
    for child in children:
        if child.poll() is None:
            _signal_group(child, signal.SIGTERM)
    deadline = time.monotonic() + patience
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(max(0.0, deadline - time.monotonic()))
        _signal_group(child, signal.SIGKILL)
        child.wait()


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Hold back INT, TERM and HUP until the block is done, then let them through.

    Only the main thread may set handlers; in another thread nothing needs holding back.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pending: list[int] = []
    with _handled(lambda number, _: pending.append(number)):
        yield
    for number in pending[:1]:
        signal.raise_signal(number)


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """Turn the first INT, TERM or HUP into SystemExit, so that every `finally` runs; ignore the rest."""

    def leave(number: int, frame: FrameType | None) -> None:
        for each in ENDINGS:
            signal.signal(each, signal.SIG_IGN)
        raise SystemExit(0)

    with _handled(leave):
        yield


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Let INT, TERM and HUP end this process at once, in the midst of what may be left half done and begun again."""
    with _handled(signal.SIG_DFL):
        yield


def give_way() -> None:
    """Let this process work only when no other wants to.

    Linux weighs sessions before processes: one that leads a session of its own must let that give way, or it gets as
    much as all of another session together. The session of somebody's terminal is left as it is.
    """
    os.nice(_LAST)
    if os.getsid(0) == os.getpid():
        with contextlib.suppress(OSError):
            Path("/proc/self/autogroup").write_text(str(_LAST), encoding="ascii")


@contextlib.contextmanager
def _handled(handler: Callable[[int, FrameType | None], Any] | signal.Handlers) -> Iterator[None]:
    before = {number: signal.signal(number, handler) for number in ENDINGS}
    try:
        yield
    finally:
        for number, old in before.items():
            signal.signal(number, old)


def _signal_group(child: subprocess.Popen[str], number: int) -> None:
    """Signal the whole session: a server's workers hide behind it."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, number)


def _dying_with(parent: int) -> Callable[[], None]:
    """Return what a child does first: ask Linux for TERM when its parent is killed; other systems go without."""

    def prepare() -> None:
        # The parent's handler would take the signal between here and the new program, and tell nobody.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        if _prctl:
            _prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it was killed before it could be asked for
            os._exit(1)

    return prepare
