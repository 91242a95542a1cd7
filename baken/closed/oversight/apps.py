# SPDX-License-Identifier: EUPL-1.2
"""Pages of the log: who read what, and what the person concerned is told of it."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Holds no tables of its own."""

    name = "baken.closed.oversight"
    label = "oversight"
