# SPDX-License-Identifier: EUPL-1.2
"""Today: what a worker sees first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def today(request: HttpRequest) -> HttpResponse:
    """Show the worker's day; empty until there is work."""
    return render(request, "casework/today.html")
