# SPDX-License-Identifier: EUPL-1.2
"""The stage that the matrix plays on, and its counts, printed last."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cast import Cast
from tests.database import Copy
from tests.matrix.stage import Stage

_COUNTED = "counted"
_HERE = Path(__file__).parent
_STAGE = pytest.StashKey[Stage]()


@pytest.fixture(scope="module")
def stage(
    request: Any, cast_template: Cast, database_copy: Copy, django_db_setup: Any, django_db_blocker: Any
) -> Iterator[Stage]:
    """Provide the cast in databases that are put back after every change; built once, for all of this folder."""
    from django.conf import settings  # noqa: PLC0415 - only where a door is under test
    from django.db import connections  # noqa: PLC0415 - see above

    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "RETENTION_JOURNAL", database_copy.home.path / "journal")
        if _STAGE not in request.config.stash:
            connections.close_all()
            database_copy.renew(built=True)
            request.config.stash[_STAGE] = Stage(database_copy, cast_template)
        request.config.stash[_STAGE].fresh()
        yield request.config.stash[_STAGE]
        connections.close_all()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: Any, nextitem: Any) -> None:
    """Leave the databases as other tests expect them, once what follows is no test of this folder."""
    stage = item.config.stash.get(_STAGE, None)
    if stage and not (nextitem and nextitem.path.is_relative_to(_HERE)):
        del item.config.stash[_STAGE]
        stage.close()
        stage.copy.renew()


@pytest.fixture
def count(record_property: Any) -> Any:
    """Provide a way to add to the counts that are printed last: `count("matrix", cells=1, wrong=0)`."""
    return lambda title, **numbers: record_property(_COUNTED, (title, numbers))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print what was counted, a line a title."""
    totals: dict[str, Counter[str]] = {}
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, value in getattr(report, "user_properties", ()) if getattr(report, "when", "") == "call" else ():
                if name == _COUNTED:
                    totals.setdefault(value[0], Counter()).update(value[1])
    for title, numbers in sorted(totals.items()):
        told = ", ".join(f"{number} {what.replace('_', ' ')}" for what, number in numbers.items())
        terminalreporter.write_line(f"{title}: {told}")
