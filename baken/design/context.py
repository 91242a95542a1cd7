# SPDX-License-Identifier: EUPL-1.2
"""What every page's frame needs to know."""

from django.conf import settings
from django.http import HttpRequest

# Somewhere anyone might have been, and that opens fast: the weather.
QUICK_EXIT = "https://www.buienradar.nl/"


def page(request: HttpRequest) -> dict[str, object]:
    """Tell a template which door it stands in, its frame there, and where the quick exit leads."""
    return {"door": settings.DOOR, "frame": f"design/base_{settings.DOOR}.html", "quick_exit": QUICK_EXIT}
