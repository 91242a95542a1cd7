# SPDX-License-Identifier: EUPL-1.2
"""Pages of log and keys: who read what, what the person concerned is told of it, and whose passphrase opens what."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Holds no tables of its own."""

    name = "baken.closed.oversight"
    label = "oversight"
