# SPDX-License-Identifier: EUPL-1.2
"""A real site behind a real browser: both doors as `baken demo` serves them, in a home of their own."""

import os
import shutil
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from baken.settings.environment import ROOT
from tests import folders, homes, machine

BAKEN = ROOT / ".venv" / "bin" / "baken"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
LONGEST_START = 240
expect.set_options(timeout=20_000)  # milliseconds; other tests keep the machine busy
# A browser that fetches nothing of its own accord: what the tests see is what Baken asks for.
FLAGS = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]


@dataclass(frozen=True)
class Site:
    """Where the two doors answer, and what else stands in their home."""

    open: str
    closed: str
    home: Path

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "BAKEN_HOME": str(self.home)}
        return subprocess.run([BAKEN, *words], env=environment, capture_output=True, text=True, check=False)


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + LONGEST_START
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 - loopback, built here
        except OSError:
            time.sleep(0.3)
        else:
            return
    raise AssertionError(f"{address} did not answer; the demo's exit code is {process.poll()}")


@pytest.fixture(scope="session")
def home() -> Iterator[Path]:
    """Provide a home in which the demo has run before, for the whole walk, and throw it away."""
    path = folders.temporary("bj-")
    homes.lay("furnished", path / "a")
    yield path / "a"
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="session")
def site(home: Path) -> Iterator[Site]:
    """Serve both doors as a newcomer would, with a made-up act beside the starter articles."""
    ports = machine.free_ports(2)
    served = Site(f"http://localhost:{ports[0]}", f"http://localhost:{ports[1]}", home)
    acts = sorted((Path(__file__).parent / "acts").glob("*.xml"))
    imported = served.command("import", "bwb", *map(str, acts))
    assert imported.returncode == 0, imported.stderr
    words = [BAKEN, "demo", "--port-open", str(ports[0]), "--port-closed", str(ports[1])]
    # Vectors of all its texts would take longer than the walk; they have tests of their own.
    without = {"BAKEN_DATA": str(home / "none"), "BAKEN_MEANING": "0"}
    environment = {**os.environ, "BAKEN_HOME": str(home), **without}
    with (home / "demo.log").open("wb") as log:
        process = subprocess.Popen(words, env=environment, stdout=log, stderr=log)
    try:
        wait_for(served.open, process)
        wait_for(f"{served.closed}/sign-in/", process)
        yield served
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the real browser once. Without one the tests fail; they never skip."""
    with machine.browser(*FLAGS) as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a fresh window, as a reader without history or cookies."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    yield context.new_page()
    context.close()
