# SPDX-License-Identifier: EUPL-1.2
"""Registering a presumed victim with CoMensha, and asking it for a place: two tasks, two consents."""

from django.apps import AppConfig


class RegistrationConfig(AppConfig):
    """What somebody consented to, the sheet, and what was sent of it."""

    name = "baken.closed.registration"
    label = "registration"
