# SPDX-License-Identifier: EUPL-1.2
"""Who saw and did what; nobody can take a line out of it unseen."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The log at the bottom of the closed wing; it has no pages of its own."""

    name = "baken.closed.audit"
    label = "audit"
