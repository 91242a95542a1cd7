# SPDX-License-Identifier: EUPL-1.2
"""Requests for shelter."""

from collections.abc import Iterator
from typing import Any

from django.utils.timezone import localdate

from baken.closed.figures.counting import coding
from baken.closed.figures.units.fetching import Counted, Scope, day_of, in_chunks, rows
from baken.closed.shelter.labels import LENGTHS, PLACED, REFUSALS, REFUSED, SOURCES, WITHDRAWN
from baken.closed.shelter.models import Request


def counted(scope: Scope) -> Iterator[Counted]:
    """Yield each request that was made in a period."""
    for chunk in in_chunks(rows(Request, "figures_requests", *scope.words)):
        yield from (Counted(localdate(each.asked_at), _codes(each)) for each in chunk)


def _codes(request: Any) -> dict[str, str]:
    arrived = day_of(request.arrived)
    answer = request.how if request.how in (REFUSED, WITHDRAWN) else "waiting"
    is_refused = request.how == REFUSED
    return {
        "asked_by": coding.listed(request.source, dict(SOURCES)),
        "for_long": coding.listed(request.length, dict(LENGTHS)),
        "placed": PLACED if arrived else answer,
        "refused_because": coding.listed(request.why, dict(REFUSALS), "other") if is_refused else "else",
        "waited_for_place": coding.wait(day_of(request.asked_at), arrived),
    }
