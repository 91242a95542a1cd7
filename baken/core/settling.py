# SPDX-License-Identifier: EUPL-1.2
"""How a process that serves runs, once all is loaded: measured on pages that make tens of thousands of objects."""

import gc
import sys

# How many objects are made before the young ones are looked through, and how often the older ones then are.
_THRESHOLDS = (10_000, 20, 20)
# Seconds for which a thread may go on while another waits, which it does after each question to the database.
_TURN = 0.0005


def settle() -> None:
    """Look no more through what was loaded, which held all requests up for 0.1 s, and let threads take short turns."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    sys.setswitchinterval(_TURN)
