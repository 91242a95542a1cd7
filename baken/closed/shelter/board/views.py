# SPDX-License-Identifier: EUPL-1.2
"""The house on one page: as it is, in the weeks to come, on paper for the night, and who waits."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from baken.closed.shelter.admitting import my_house
from baken.closed.shelter.board import counting, proposals, reads
from baken.closed.shelter.board.lanes import Timeline


@require_GET
def board(request: HttpRequest) -> HttpResponse:
    """Show the house as it is tonight."""
    return render(request, "shelter/board.html", {"board": reads.board()})


@require_GET
def weeks(request: HttpRequest) -> HttpResponse:
    """Show the weeks to come, and what frees when."""
    return render(request, "shelter/weeks.html", {"timeline": Timeline(reads.board().house)})


@require_GET
def night(request: HttpRequest) -> HttpResponse:
    """Show the list for the night, to be printed."""
    return render(request, "shelter/night.html", {"board": reads.board()})


@require_GET
def pulse(request: HttpRequest) -> HttpResponse:
    """Answer nothing as long as the board has not changed, without reading anybody's row; else with the board."""
    if request.GET.get("stamp") == reads.stamp(my_house()):
        return HttpResponse(status=204)
    return board(request)


@require_GET
def occupancy(request: HttpRequest) -> HttpResponse:
    """Show how many nights were slept, by month."""
    return render(request, "shelter/occupancy.html", {"months": counting.occupancy()})


@require_http_methods(["GET", "POST"])
def waiting(request: HttpRequest) -> HttpResponse:
    """Show who waits, why and for how long; look for the best way to place them all."""
    found = proposals.waiting_list()
    proposal = proposals.proposed(found.house) if request.method == "POST" else None
    return render(request, "shelter/waiting.html", {"found": found, "proposal": proposal})
