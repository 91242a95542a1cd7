# SPDX-License-Identifier: EUPL-1.2
"""What a process that serves does again and again beside serving, in a thread that ends with the process."""

import threading
import time
from collections.abc import Callable


def start(name: str, go: Callable[[], object], every: float) -> threading.Thread:
    """Go round at once and then with so many seconds between; what goes wrong in a round is the round's own to tell."""
    thread = threading.Thread(target=_for_ever, args=[go, every], name=name, daemon=True)
    thread.start()
    return thread


def _for_ever(go: Callable[[], object], every: float) -> None:
    while True:
        go()
        time.sleep(every)
