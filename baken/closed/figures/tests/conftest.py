# SPDX-License-Identifier: EUPL-1.2
"""An analyst of the cast's centre, and an owner's hand to set the scene."""

import psycopg
import pytest

from baken.closed.figures.tests.desk import Desk


@pytest.fixture
def desk(cast, committed):
    with psycopg.connect(committed.address("owner"), autocommit=True) as owner:
        yield Desk(cast, owner)
