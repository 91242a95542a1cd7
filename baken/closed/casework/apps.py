# SPDX-License-Identifier: EUPL-1.2
"""A person's file and the day's work. For now the empty workspace behind the sign-in."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """The middle of the closed wing."""

    name = "baken.closed.casework"
    label = "casework"
