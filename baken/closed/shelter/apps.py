# SPDX-License-Identifier: EUPL-1.2
"""The house: who asks for a place in it, who is where until when, and who may not be near whom."""

from django.apps import AppConfig


class ShelterConfig(AppConfig):
    """Units and places, requests, stays, the board."""

    name = "baken.closed.shelter"
    label = "shelter"
