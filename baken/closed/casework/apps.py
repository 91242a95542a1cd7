# SPDX-License-Identifier: EUPL-1.2
"""A person's file, part by part."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """The middle of the closed wing."""

    name = "baken.closed.casework"
    label = "casework"
