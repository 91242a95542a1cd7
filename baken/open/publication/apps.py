# SPDX-License-Identifier: EUPL-1.2
"""Figures that the centre released, for everybody to read."""

from django.apps import AppConfig


class PublicationConfig(AppConfig):
    """Pages over what lies in the hatch for figures; no row of its own."""

    name = "baken.open.publication"
    label = "publication"
