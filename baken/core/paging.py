# SPDX-License-Identifier: EUPL-1.2
"""Which page of a list an address asks for."""

from django.http import HttpRequest

_LONGEST = 5  # digits


def page_of(request: HttpRequest) -> int:
    """Return the number after `page=`, from 1; whatever is no such number means the first page."""
    asked = request.GET.get("page", "")
    return max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) <= _LONGEST else 1
