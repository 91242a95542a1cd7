# SPDX-License-Identifier: EUPL-1.2
"""How long a file is kept, what holds it, the copy that a person may have of it, and how it is erased."""

from django.apps import AppConfig


class RetentionConfig(AppConfig):
    """The last that happens to a file."""

    name = "baken.closed.retention"
    label = "retention"
