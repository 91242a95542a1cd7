# SPDX-License-Identifier: EUPL-1.2
"""Intake as Django knows it."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Reports, triage and first decisions."""

    name = "baken.closed.intake"
    label = "intake"
