# SPDX-License-Identifier: EUPL-1.2
"""Knowledge at hand, as Django knows it."""

from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    """What is published, beside the steps of a file."""

    name = "baken.closed.knowledge"
    label = "knowledge"
