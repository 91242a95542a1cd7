# SPDX-License-Identifier: EUPL-1.2
"""What a professional may have noticed, and where to turn with it."""

from django.apps import AppConfig


class SignalcheckConfig(AppConfig):
    """Pages over two tables; no row of any database."""

    name = "baken.open.signalcheck"
    label = "signalcheck"
