# SPDX-License-Identifier: EUPL-1.2
"""Who does what by when in a file, and who has the next step."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """Goals, tasks, lead, handover and closing of a person's file."""

    name = "baken.closed.plan"
    label = "plan"
