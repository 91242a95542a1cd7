# SPDX-License-Identifier: EUPL-1.2
"""Reporting as Django knows it."""

from django.apps import AppConfig


class ReportingConfig(AppConfig):
    """The report form, sealing and the receipt."""

    name = "baken.open.reporting"
    label = "reporting"
