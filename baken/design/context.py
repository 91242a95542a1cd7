# SPDX-License-Identifier: EUPL-1.2
"""What every page's frame needs to know."""

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, object]:
    """Tell a template which door it stands in."""
    return {"door": settings.DOOR}
