# SPDX-License-Identifier: EUPL-1.2
"""Children end with their parent, and signals wait for a job to be done."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from baken.core import children, processes

STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
PARENT = """
import os, sys, time
from baken.core import children
child = children.start([sys.executable, "-c", "import time; time.sleep(60)"], os.environ)
print(child.pid, flush=True)
time.sleep(60)
"""


def python(code: str, **options: object) -> subprocess.Popen[str]:
    return children.start([sys.executable, "-c", code], os.environ, **options)


def test_it_returns_what_a_child_printed():
    assert children.run([sys.executable, "-c", "print(7)"], os.environ) == "7\n"


def test_a_failing_child_is_told_by_its_last_line():
    with pytest.raises(children.ChildError) as failure:
        children.run([sys.executable, "-c", "raise ValueError('wrong')"], os.environ)
    assert str(failure.value) == "ValueError: wrong"
    assert failure.value.__notes__[0].startswith("Traceback")


def test_a_silent_failing_child_is_told_by_its_code():
    with pytest.raises(children.ChildError, match="ended with code 3"):
        children.run([sys.executable, "-c", "raise SystemExit(3)"], os.environ)


def test_stop_kills_a_child_that_will_not_listen():
    child = python(STUBBORN, stdout=subprocess.PIPE)
    assert child.stdout.readline() == "up\n"
    began = time.monotonic()
    children.stop([child], patience=0.3)
    child.stdout.close()
    assert child.returncode == -signal.SIGKILL
    assert 0.25 < time.monotonic() - began < 5


def test_stop_ends_the_whole_group():
    child = python(
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {STUBBORN!r}])", stdout=subprocess.PIPE
    )
    assert child.stdout.readline() == "up\n"
    children.stop([child], patience=0.3)
    # Only the grandchild could still hold the pipe open.
    assert child.stdout.read() == ""
    child.stdout.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux sends a signal when a parent dies")
def test_a_child_ends_when_its_parent_is_killed():
    parent = python(PARENT, stdout=subprocess.PIPE)
    pid = int(parent.stdout.readline())
    assert processes.started(pid)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 5
    while processes.started(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert processes.started(pid) is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux sends a signal when a parent dies")
def test_a_child_whose_parent_was_killed_before_it_began_does_not_begin():
    gone = python("pass")
    gone.wait()
    with pytest.raises(subprocess.CalledProcessError):
        subprocess.run([sys.executable, "-c", "print(1)"], preexec_fn=children._dying_with(gone.pid), check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux sends a signal when a parent dies")
def test_a_child_begun_while_signals_are_held_back_ends_by_the_signal_itself():
    with children.undisturbed():
        child = python("import time; time.sleep(60)")
    child.terminate()
    assert child.wait(timeout=20) == -signal.SIGTERM


def test_an_undisturbed_job_is_finished_before_the_signal_counts():
    done = []

    def job():
        with children.undisturbed():
            signal.raise_signal(signal.SIGINT)
            done.append("job")

    with pytest.raises(KeyboardInterrupt):
        job()
    assert done == ["job"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize("number", children.ENDINGS)
def test_a_stoppable_job_leaves_by_way_of_its_finally_once(number):
    before, left = signal.getsignal(number), []

    def job():
        with children.stoppable():
            try:
                signal.raise_signal(number)
            finally:
                signal.raise_signal(number)
                left.append(number)

    with pytest.raises(SystemExit) as leaving:
        job()
    assert leaving.value.code == 0
    assert left == [number]
    assert signal.getsignal(number) is before


PRIORITY = """
import os
from baken.core import children
from baken.core.tests.test_children import share_of_the_session
children.give_way()
print(os.nice(0), share_of_the_session())
"""


def share_of_the_session():
    """Its nice value among sessions; one that was never grouped, such as a container's first, says nothing."""
    group = Path("/proc/self/autogroup")
    words = group.read_text().split() if group.exists() else []
    return words[-1] if words else "none"


def test_what_gives_way_does_so_before_other_sessions_too_but_not_for_them():
    command = [sys.executable, "-c", PRIORITY]
    own, session = children.run(command, os.environ).split()
    assert own == "19"
    assert session in {"19", "none"}
    ours = share_of_the_session()
    among_others = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    assert among_others == ["19", ours]


def test_a_process_is_known_by_number_and_beginning():
    child = python("import time; time.sleep(60)")
    began = processes.started(child.pid)
    assert began
    assert "time.sleep(60)" in processes.command_line(child.pid)
    assert processes.started(os.getpid()) == processes.started(os.getpid())
    child.kill()
    time.sleep(0.2)
    # Nobody has waited for it yet: a zombie does not count as running.
    assert processes.started(child.pid) is None
    child.wait()
    assert processes.command_line(child.pid) == ""
