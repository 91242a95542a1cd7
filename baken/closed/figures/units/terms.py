# SPDX-License-Identifier: EUPL-1.2
"""Terms of the law: whether they were kept."""

from collections.abc import Iterator
from uuid import UUID

from baken.closed.access.models import Dossier
from baken.closed.casework.models import Identity
from baken.closed.figures.units.fetching import Counted, Scope, by_file, in_chunks, rows
from baken.closed.legal.engine import timeline
from baken.closed.legal.engine.facts import Facts
from baken.closed.legal.engine.law import Kind
from baken.closed.legal.models import Conditions, Happened
from baken.closed.legal.reads import facts_of
from baken.core.clock import today


def counted(scope: Scope) -> Iterator[Counted]:
    """Yield each term whose last day lies in a period; a right that lapses and a milestone are none."""
    for chunk in in_chunks(rows(Dossier, "figures_before_the_law", scope.agency), file="id"):
        for facts in _facts(scope.agency, [each.id for each in chunk]):
            for each in timeline.stand(facts, today()).clocks:
                if each.clock.kind == Kind.DEADLINE and scope.first <= each.last <= scope.last:
                    yield Counted(each.last, {"rule": each.clock.rule, "kept": each.status.value})


def _facts(agency: UUID, among: list[UUID]) -> Iterator[Facts]:
    happened = by_file(rows(Happened, "figures_happened", agency, among))
    known = {each.dossier_id: each.known for each in rows(Conditions, "figures_conditions", agency, among)}
    born = {each.dossier_id: each.born for each in rows(Identity, "figures_identities", agency, among)}
    for file, events in happened.items():
        yield facts_of(born.get(file), known.get(file, {}), events)
