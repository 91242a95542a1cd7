# SPDX-License-Identifier: EUPL-1.2
"""What the plan asks of its neighbours before a file is closed: a closed file leaves today's page, with its duties.

The names stand in settings, for rooms beside each other know nothing of each other. Each is asked for one file and
answers in words.
"""

from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string


def obstacles(dossier: UUID) -> list[str]:
    """Return, in words of neighbours, what must end before a file is closed."""
    return _said(settings.PLAN_STANDS_IN_THE_WAY, dossier)


def warnings(dossier: UUID) -> list[str]:
    """Return, in words of neighbours, what goes on without anybody being told once a file is closed."""
    return _said(settings.PLAN_GOES_ON, dossier)


def _said(neighbours: list[str], dossier: UUID) -> list[str]:
    return [words for name in neighbours for words in import_string(name)(dossier)]
