# SPDX-License-Identifier: EUPL-1.2
"""Keeps what is stored of a work's renumberings even with its dated states, as `lineage` finds them there."""

from django.db import transaction

from baken.open.sources.lineage import State, steps
from baken.open.sources.models import Entry, Provision, Renumbering, Work


def recompute(*, work: Work) -> int:
    """Bring a work's renumberings up to date with its dated states; return how many rows changed."""
    found = {step for language in _languages(work) for step in steps(_states(work, language))}
    ids = dict(Provision.objects.filter(work=work).values_list("path", "id"))
    wanted = {(ids[step.earlier], ids[step.later], step.on): round(step.likeness, 4) for step in found}
    there = {(row.earlier_id, row.later_id, row.on): row for row in Renumbering.objects.filter(earlier__work=work)}
    gone = [row.pk for key, row in there.items() if wanted.get(key) != row.likeness]
    kept = {key for key, row in there.items() if wanted.get(key) == row.likeness}
    rows = [
        Renumbering(earlier_id=key[0], later_id=key[1], on=key[2], likeness=value)
        for key, value in wanted.items()
        if key not in kept
    ]
    with transaction.atomic():
        if gone:
            Renumbering.objects.filter(pk__in=gone).delete()
        Renumbering.objects.bulk_create(rows)
    return len(gone) + len(rows)


def _languages(work: Work) -> list[str]:
    return sorted(set(work.expressions.exclude(in_force_from=None).values_list("language", flat=True)))


def _states(work: Work, language: str) -> list[State]:
    """Return the articles' texts of each dated state, oldest first; states that share a text share the string."""
    dated = work.expressions.filter(language=language).exclude(in_force_from=None).order_by("in_force_from")
    days = {pk: day for pk, day in dated.values_list("id", "in_force_from") if day}
    rows = Entry.objects.filter(expression__in=days, provision__kind__in=("artikel", "paragraaf"))
    said = dict(rows.values_list("wording_id", "wording__text").distinct())
    states: dict[int, dict[str, str]] = {pk: {} for pk in days}
    for expression, path, wording in rows.values_list("expression_id", "provision__path", "wording_id"):
        if said[wording]:
            states[expression][path] = said[wording]
    return [(days[pk], texts) for pk, texts in states.items()]
