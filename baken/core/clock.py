# SPDX-License-Identifier: EUPL-1.2
"""The one place that asks what day and what time it is, so that a test can answer."""

import datetime

from django.utils import timezone


def today() -> datetime.date:
    """Return the current date in the project's time zone (Europe/Amsterdam)."""
    return timezone.localdate()


def now() -> datetime.datetime:
    """Return the current moment, with its time zone."""
    return timezone.now()
