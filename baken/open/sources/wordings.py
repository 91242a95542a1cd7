# SPDX-License-Identifier: EUPL-1.2
"""Lays an expression's provisions down: each text is kept once, however many states share it."""

import hashlib
from collections import Counter
from collections.abc import Sequence

from baken.open.sources.importers.records import ProvisionRecord
from baken.open.sources.models import Entry, Expression, Provision, Wording

_BATCH = 2000
Key = tuple[int, str]


def fill(*, expression: Expression, provisions: Sequence[ProvisionRecord], fresh: bool) -> Counter[tuple[str, str]]:
    """Give an expression its entries, anew where it had some; return counts of `("provisions", how)`.

    ``fresh``: the work has nothing yet, so there is nothing to look up.

    A provision is new when it had no wording in this language, changed when it never had this one, else the same.
    """
    old = [] if fresh else list(expression.entries.values_list("provision_id", flat=True))
    parts = _provisions(expression, provisions, {} if fresh else _paths(expression))
    texts, added, changed = _wordings(expression, provisions, parts, {} if fresh else _texts(expression))
    if old:
        expression.entries.all().delete()
        _mark_up_anew(provisions, parts, texts)
    Entry.objects.bulk_create(
        [
            Entry(
                expression=expression,
                provision_id=parts[each.path],
                wording_id=texts[parts[each.path], digest(each)],
                position=position,
                depth=each.depth,
            )
            for position, each in enumerate(provisions)
        ],
        batch_size=_BATCH,
    )
    _sweep(old)
    same = len(provisions) - added - changed
    return Counter({("provisions", "new"): added, ("provisions", "changed"): changed, ("provisions", "same"): same})


def digest(record: ProvisionRecord) -> str:
    """Return the digest of what a provision says: its heading and words, not how they are marked up."""
    return hashlib.sha256(f"{record.heading}\x1f{record.text}".encode()).hexdigest()


def _paths(expression: Expression) -> dict[str, int]:
    return dict(Provision.objects.filter(work_id=expression.work_id).values_list("path", "id"))


def _texts(expression: Expression) -> dict[Key, int]:
    rows = Wording.objects.filter(provision__work_id=expression.work_id, language=expression.language)
    return {(provision, digest): pk for pk, provision, digest in rows.values_list("id", "provision_id", "digest")}


def _provisions(expression: Expression, records: Sequence[ProvisionRecord], there: dict[str, int]) -> dict[str, int]:
    """Return the id of each path, making those that are not there."""
    missing = [
        Provision(work_id=expression.work_id, path=each.path, kind=each.kind, number=each.number)
        for each in records
        if each.path not in there
    ]
    made = {each.path: each.pk for each in Provision.objects.bulk_create(missing, batch_size=_BATCH)}
    return {**there, **made}


def _wordings(
    expression: Expression, records: Sequence[ProvisionRecord], parts: dict[str, int], there: dict[Key, int]
) -> tuple[dict[Key, int], int, int]:
    """Return the id of each wording, and how many provisions got their first one and how many another."""
    missing = [
        Wording(
            provision_id=parts[each.path],
            language=expression.language,
            digest=digest(each),
            heading=each.heading,
            html=each.html,
            text=each.text,
        )
        for each in records
        if (parts[each.path], digest(each)) not in there
    ]
    made = {
        (each.provision_id, each.digest): each.pk for each in Wording.objects.bulk_create(missing, batch_size=_BATCH)
    }
    before, after = {provision for provision, _ in there}, {provision for provision, _ in made}
    return {**there, **made}, len(after - before), len(after & before)


def _mark_up_anew(records: Sequence[ProvisionRecord], parts: dict[str, int], texts: dict[Key, int]) -> None:
    """Where a corrected file says the same words with other markup, let the wording follow."""
    wanted = {texts[parts[each.path], digest(each)]: each.html for each in records}
    rows = [row for row in Wording.objects.filter(pk__in=wanted) if row.html != wanted[row.pk]]
    for row in rows:
        row.html = wanted[row.pk]
    Wording.objects.bulk_update(rows, ["html"], batch_size=_BATCH)


def _sweep(old: Sequence[int]) -> None:
    """Remove wordings and provisions that a corrected file left without a place."""
    if old:
        Wording.objects.filter(provision__in=old, entries=None).delete()
        Provision.objects.filter(pk__in=old, entries=None).delete()
