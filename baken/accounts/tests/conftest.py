# SPDX-License-Identifier: EUPL-1.2
"""A clock that a test may move, and what the door was told."""

import datetime
import time
from collections.abc import Callable

import pytest
from django.test import Client, override_settings

from baken.accounts.models import User
from baken.accounts.tests import people
from baken.core import clock

HEARD: list[tuple] = []


def hear(event, user, request, facts) -> None:
    HEARD.append((event, user.email if user else None, facts))


def agree(*asked) -> bool:
    return True


@pytest.fixture
def heard():
    """Provide the list of what accounts told the door."""
    HEARD.clear()
    with override_settings(ACCOUNTS_ON_EVENT=f"{__name__}.hear"):
        yield HEARD


@pytest.fixture
def two_people():
    """Let the door agree to every invitation and every new start."""
    with override_settings(ACCOUNTS_MAY_INVITE=f"{__name__}.agree", ACCOUNTS_MAY_RESET=f"{__name__}.agree"):
        yield


@pytest.fixture
def later(monkeypatch) -> Callable[..., None]:
    """Provide a way to move every clock on; the database's own stays."""
    real_now, real_time, moved = clock.now, time.time, [0.0]
    monkeypatch.setattr(clock, "now", lambda: real_now() + datetime.timedelta(seconds=moved[0]))
    monkeypatch.setattr(time, "time", lambda: real_time() + moved[0])

    def move(**by: float) -> None:
        moved[0] += datetime.timedelta(**by).total_seconds()

    return move


@pytest.fixture
def worker() -> User:
    """Provide somebody with an authenticator app."""
    return people.person()


@pytest.fixture
def inside(client, worker) -> Client:
    """Provide a browser in which the worker signed in a moment ago."""
    return people.sign_in(client, worker)
