# SPDX-License-Identifier: EUPL-1.2
"""The bridge as Django knows it, at both doors."""

from django.apps import AppConfig


class BridgeConfig(AppConfig):
    """The hatches between the doors."""

    name = "baken.bridge"
    label = "bridge"
