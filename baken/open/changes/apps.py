# SPDX-License-Identifier: EUPL-1.2
"""What changed in the open database, and when it is safe to act on it."""

from django.apps import AppConfig


class ChangesConfig(AppConfig):
    """The cursor that search and the page cache follow."""

    name = "baken.open.changes"
    label = "changes"
