# SPDX-License-Identifier: EUPL-1.2
"""What happened to somebody before the law, and the clocks that it started."""

from django.apps import AppConfig


class LegalConfig(AppConfig):
    """Rights and terms in a person's file."""

    name = "baken.closed.legal"
    label = "legal"
