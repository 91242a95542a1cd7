# SPDX-License-Identifier: EUPL-1.2
"""The one place that asks what time it is, so that a test can answer."""

import datetime

from django.utils import timezone


def now() -> datetime.datetime:
    """Return the current moment, aware, in UTC."""
    return timezone.now()


def today() -> datetime.date:
    """Return the current date in the project's time zone (Europe/Amsterdam)."""
    return timezone.localdate()
