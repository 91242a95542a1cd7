# SPDX-License-Identifier: EUPL-1.2
"""Counting who is on which lists of our own files, for an analyst. What was asked is logged, never what came out."""

from uuid import UUID

from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.figures import rules
from baken.closed.figures.hidden.forms import PERSONS
from baken.closed.figures.hidden.own.captures import Lists, counted
from baken.closed.figures.reads import roles_at
from baken.closed.figures.units.fetching import Scope
from baken.hidden_population.tables import Table


def own_lists(scope: Scope, lists: Lists) -> Table:
    """Return how many persons are on which lists, for an analyst of the agency whose files they are; raise Refused."""
    rules.check_can_count(roles_at(scope.agency))
    chosen = [f"{number}={kind}" for number, held in enumerate(lists.values(), 1) for kind in held]
    _note(scope.agency, chosen, {"first": scope.first.isoformat(), "last": scope.last.isoformat()})
    return counted(scope, lists)


def _note(agency: UUID, chosen: list[str], period: dict[str, str]) -> None:
    record(
        activity=Activity.COUNT, action=Action.READ, kind=PERSONS, objects=chosen, dossier_agency=agency, facts=period
    )  # fmt: skip
