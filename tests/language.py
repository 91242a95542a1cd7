# SPDX-License-Identifier: EUPL-1.2
"""The language a test starts in: the house's own, whatever the page that the test before it read was written in."""

import pytest
from django.conf import settings
from django.utils import translation


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Put down the language that a request of an earlier test took up: Django keeps it for the thread."""
    if settings.configured:
        translation.deactivate()
