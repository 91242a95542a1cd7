# SPDX-License-Identifier: EUPL-1.2
"""What tests ask of the machine they run on: free ports and a real browser."""

import contextlib
import os
import shutil
import socket
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

from baken.settings import environment

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def free_ports(count: int) -> list[int]:
    """Return ports of this machine that nobody uses now, all different."""
    with contextlib.ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]


def chromium() -> str | None:
    """Return the path of the Chromium that is set or that the system has; None leaves it to Playwright."""
    return environment.text("BAKEN_CHROMIUM") or next(filter(None, map(shutil.which, _CHROMIUM)), None)


@contextlib.contextmanager
def browser(*flags: str) -> Iterator[Browser]:
    """Start the real browser while the block runs. Without one this fails; it never skips."""
    # Chromium's sandbox refuses to run as root.
    needed = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=[*flags, *needed])
        yield started
        started.close()
