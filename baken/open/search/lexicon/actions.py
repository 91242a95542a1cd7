# SPDX-License-Identifier: EUPL-1.2
"""Every write to the lexicon: learning it, striking an entry, putting it back."""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.log_actions import log

from baken.accounts.models import User
from baken.open.search.engine.compounds import WHOLE, Splitter, learn
from baken.open.search.engine.compounds.words import counted
from baken.open.search.engine.lexicon import other
from baken.open.search.engine.titles import packed
from baken.open.search.engine.vocabulary import ENOUGH
from baken.open.search.lexicon import learning
from baken.open.search.lexicon.learned import OWN, Row
from baken.open.search.lexicon.pairs import Pair
from baken.open.search.lexicon.rules import check_can_strike
from baken.open.search.meaning import actions as meaning
from baken.open.search.meaning.exemplary import chosen
from baken.open.search.models import Entry, Learned

LEARNED, STRUCK, RESTORED = "search.lexicon_learned", "search.entry_struck", "search.entry_restored"
_BATCH = 5_000


def learn_from(
    *, pairs: Sequence[Pair], examples: Iterable[Pair] = (), tell: Callable[[str], None] = lambda _: None
) -> int:
    """Learn the lexicon anew from pairs of texts and return how many entries it has; what was struck stays struck.

    The texts must be such as everybody may read: their words are shown to everybody. ``examples`` are those among them
    of which beginnings are kept, to be embedded; nobody must be able to restrict them later.
    """
    tell("learning compounds")
    splitter = _splitter(pairs)
    rows = learning.learned(pairs, splitter.parts, tell)
    tell("learning what texts under each title say")
    titles = packed(learning.titles(pairs, splitter.parts))
    tell(f"keeping {len(rows)} entries")
    _keep(rows, {"compounds": splitter.known.packed(), "titles": titles, "pairs": len(pairs)}, examples)
    return len(rows)


@transaction.atomic
def strike(*, entry: Entry, by: User) -> None:
    """Strike an entry, and the same the other way round: the search no longer translates so. Raises `NotAllowed`."""
    check_can_strike(by)
    _both_ways(entry).filter(struck_at=None).update(struck_at=timezone.now(), struck_by=by)
    _changed()
    log(instance=entry, action=STRUCK, user=by)


@transaction.atomic
def restore(*, entry: Entry, by: User) -> None:
    """Put a struck entry back, and the same the other way round. Raises `NotAllowed`."""
    check_can_strike(by)
    _both_ways(entry).update(struck_at=None, struck_by=None)
    _changed()
    log(instance=entry, action=RESTORED, user=by)


def _splitter(pairs: Sequence[Pair]) -> Splitter:
    counts = counted(text for pair in pairs for text in (pair.nl, pair.title_nl))
    return learn(counts) if len(counts) >= ENOUGH else WHOLE


@transaction.atomic
def _keep(rows: Iterable[Row], beside: Mapping[str, object], examples: Iterable[Pair]) -> None:
    # Struck rows stay as they are; a row that says the same again does not take their place.
    Entry.objects.filter(struck_at=None).delete()
    made = (_entry(row) for row in rows)
    while batch := list(islice(made, _BATCH)):
        Entry.objects.bulk_create(batch, ignore_conflicts=True)
    learned, _ = Learned.objects.update_or_create(defaults={"at": timezone.now(), **beside})
    meaning.exemplify(examples=chosen(examples))
    _changed()
    log(instance=learned, action=LEARNED)


def _entry(row: Row) -> Entry:
    told = row._asdict()
    example, example_other = told.pop("example")
    return Entry(**told, example=example, example_other=example_other)


def _both_ways(entry: Entry) -> QuerySet[Entry]:
    if entry.kind == OWN:
        return Entry.objects.filter(pk=entry.pk)
    same = Q(language=entry.language, words=entry.words, name=entry.name)
    back = Q(language=other(entry.language), words=entry.name, name=entry.words)
    return Entry.objects.filter(same | back).exclude(kind=OWN)


def _changed() -> None:
    # Not a number that counts: a database put back from a backup would come to the same one again.
    Learned.objects.update(version=uuid.uuid4())
