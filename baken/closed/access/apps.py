# SPDX-License-Identifier: EUPL-1.2
"""Who may see whom: agencies, roles, care teams, consent, break-the-glass, and the policies under them."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The ground floor of the closed wing."""

    name = "baken.closed.access"
    label = "access"
