# SPDX-License-Identifier: EUPL-1.2
"""Homes for tests of the life cycle: short paths, and nothing left when the test is over."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from baken.core import embedded
from baken.core.embedded import Home
from tests import folders, homes
from tests.lifecycle import houses


@pytest.fixture
def home() -> Iterator[Path]:
    """Provide an empty home; whatever still runs of it afterwards is a failure, and is ended."""
    path = folders.temporary("bl-")
    yield path
    still = houses.left(path)
    for pid in still:
        os.kill(pid, signal.SIGKILL)
    shutil.rmtree(path, ignore_errors=True)
    assert still == {}


@pytest.fixture
def migrated(home: Path) -> Path:
    """Provide a home whose doors were migrated before."""
    homes.lay("migrated", home / "a")
    return home / "a"


@pytest.fixture(scope="module")
def shared() -> Iterator[Home]:
    """Provide a running server that several tests only look at."""
    path = folders.temporary("bl-")
    with embedded.running(path):
        yield Home(path)
    shutil.rmtree(path, ignore_errors=True)
