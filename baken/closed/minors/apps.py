# SPDX-License-Identifier: EUPL-1.2
"""What is done because somebody is a child, or may be one, or has children."""

from django.apps import AppConfig


class MinorsConfig(AppConfig):
    """The reporting code, who has authority, who consents."""

    name = "baken.closed.minors"
    label = "minors"
