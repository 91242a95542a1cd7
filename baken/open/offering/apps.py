# SPDX-License-Identifier: EUPL-1.2
"""What the databank offers to casework."""

from django.apps import AppConfig


class OfferingConfig(AppConfig):
    """Cards of what is published, in the hatch."""

    name = "baken.open.offering"
    label = "offering"
