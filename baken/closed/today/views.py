# SPDX-License-Identifier: EUPL-1.2
"""Today's page: fetch, show."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from baken.closed.access import reads as access
from baken.closed.casework import reads as casework
from baken.closed.casework.mine import my_open_files
from baken.closed.ceremonies import reads as ceremonies
from baken.closed.figures import reads as figures
from baken.closed.intake import reads as intake
from baken.closed.legal import reads as legal
from baken.closed.minors.waiting import waiting as waiting_of_children
from baken.closed.plan.waiting import waiting as waiting_in_plans
from baken.closed.registration.reads import overrides_to_decide
from baken.closed.registration.waiting import my_unsent
from baken.closed.retention.waiting import erasures_to_decide
from baken.closed.shelter.waiting import waiting as waiting_in_house
from baken.closed.trafficking.waiting import waiting as levels_to_review
from baken.core import clock


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """Show what waits for the worker, room by room; a room where nothing waits is left out."""
    mine = my_open_files()
    clocks = legal.my_clocks(mine)
    waiting = {
        "intake": intake.my_day(),
        "children": waiting_of_children(mine),
        "safety": levels_to_review(mine),
        "plans": waiting_in_plans(mine),
        "clocks": clocks,
        "passed": legal.passed(mine, clocks),
        "shelter": waiting_in_house(mine),
        "late": my_unsent(mine),
        "overrides": overrides_to_decide(),
        "erasures": erasures_to_decide(),
        "figures": figures.to_decide(),
        "glasses": casework.glasses_to_review(),
        "invitations": access.invitations_to_decide(),
        "forgotten": ceremonies.to_help_today(),
        "asked": ceremonies.asked_today(),
    }
    told = {"mine": mine, "empty": not any(waiting.values()), "day": clock.today()}
    return render(request, "today/today.html", waiting | told)
