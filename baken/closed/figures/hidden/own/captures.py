# SPDX-License-Identifier: EUPL-1.2
"""From sealed rows to who is on which lists: opened in memory, some hundred files at a time, and let go of."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import numpy as np
from django.utils.timezone import localdate

from baken.closed.access.models import Dossier
from baken.closed.casework.models import Assertion
from baken.closed.casework.status.rules import What
from baken.closed.figures.hidden.own import kinds
from baken.closed.figures.hidden.own.kinds import Fact
from baken.closed.figures.units.fetching import Scope, by_file, in_chunks, rows
from baken.closed.intake.models import Letter, Report
from baken.closed.legal.models import Happened
from baken.closed.shelter.models import Request
from baken.closed.vault.reads import dossier_keys
from baken.hidden_population.tables import Table

Lists = Mapping[str, tuple[str, ...]]  # the kinds of source that are on each list, by its name
Seen = tuple[UUID, str]  # a file, and a kind of source by which its person was seen
_NOT_A_VICTIM = What.NOT_A_VICTIM.value
_REPORTS = ("report", "call")  # kinds of letter; answers and additions are others
_EVER = "infinity"


def counted(scope: Scope, lists: Lists) -> Table:
    """Return how many persons of an agency's files are on which lists; a file that is being erased is not counted."""
    on = {kind: 1 << bit for bit, held in enumerate(lists.values()) for kind in held}
    histories: dict[UUID, int] = defaultdict(int)
    for file, kind in _seen(scope):
        histories[file] |= on.get(kind, 0)
    found = Counter(history for history in histories.values() if history)
    return Table(tuple(lists), np.array([float(found[each]) for each in range(1 << len(lists))]))


def _seen(scope: Scope) -> Iterator[Seen]:
    """Yield each file and kind of source, many times over."""
    yield from _by_reports(scope)
    yield from _by_requests(scope)
    yield from _by_facts(scope)


def _by_reports(scope: Scope) -> Iterator[Seen]:
    """Yield who reported whom; a report that led to no file is about nobody whom we can tell from others."""
    for chunk in in_chunks(rows(Report, "figures_captures", *scope.words), file="file"):
        said = _said(scope.agency, [each.dossier_id for each in chunk])
        for each in chunk:
            if kind := kinds.of_report(said.get(each.dossier_id, {})):
                yield each.file, kind


def _said(agency: UUID, reports: Sequence[UUID]) -> Mapping[UUID, Mapping[str, Any]]:
    """Return what each report said first; one whose key is gone says nothing."""
    keys = dossier_keys(reports)
    letters = by_file(rows(Letter, "figures_letters", agency, [each for each in reports if each in keys]))
    told = ((report, [each.content for each in found]) for report, found in letters.items())
    return {report: next((each for each in found if each.get("kind") in _REPORTS), {}) for report, found in told}


def _by_requests(scope: Scope) -> Iterator[Seen]:
    for chunk in in_chunks(rows(Request, "figures_requests", *scope.words)):
        yield from ((each.dossier_id, kind) for each in chunk if (kind := kinds.of_request(each.source)))


def _by_facts(scope: Scope) -> Iterator[Seen]:
    """Yield by whom somebody was seen before her file was opened; so it was opened after the first day."""
    agency, since, _before = scope.words
    for chunk in in_chunks(rows(Dossier, "figures_cases", agency, since, _EVER), file="id"):
        facts = _facts(agency, [each.id for each in chunk])
        for each in chunk:
            opened = localdate(each.opened_at)
            found = kinds.seen_before(facts.get(each.id, ()), scope.first, scope.last, opened)
            yield from ((each.id, kind) for kind in found)


def _facts(agency: UUID, among: list[UUID]) -> Mapping[UUID, list[Fact]]:
    """Return what files hold of others' having seen somebody, without what was struck out or said otherwise."""
    facts: dict[UUID, list[Fact]] = defaultdict(list)
    for word in rows(Assertion, "figures_assertions", agency, among):
        if word.what != _NOT_A_VICTIM:
            facts[word.dossier_id].append(Fact(word.on, by=word.by))
    for event in rows(Happened, "figures_happened", agency, among):
        if event.struck_at is None:
            facts[event.dossier_id].append(Fact(event.on, event=event.event))
    return facts
