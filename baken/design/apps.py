# SPDX-License-Identifier: EUPL-1.2
"""The look: tokens, base templates and components, for both doors."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Night water, warm paper, one beacon."""

    name = "baken.design"
    label = "design"
