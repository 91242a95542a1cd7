# SPDX-License-Identifier: EUPL-1.2
"""What is done again and again is done at once, waits in between, and holds no process back."""

import pytest

from baken.core import rounds


class Enough(Exception):
    """Ends a thread that has no end."""


def test_it_goes_at_once_and_waits_between(monkeypatch):
    told = []

    def wait(seconds):
        told.append(seconds)
        if len(told) == 4:
            raise Enough

    monkeypatch.setattr(rounds.time, "sleep", wait)
    with pytest.raises(Enough):
        rounds._for_ever(lambda: told.append("round"), 60)
    assert told == ["round", 60, "round", 60]


def test_its_thread_has_a_name_and_ends_with_the_process(monkeypatch):
    went = []
    monkeypatch.setattr(rounds, "_for_ever", lambda go, every: went.append((go(), every)))
    thread = rounds.start("proof", lambda: "went", 3600)
    thread.join(timeout=10)
    assert went == [("went", 3600)]
    assert (thread.name, thread.daemon) == ("proof", True)
