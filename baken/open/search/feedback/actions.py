# SPDX-License-Identifier: EUPL-1.2
"""Every write to what readers looked for: counting, forgetting, and what an editor does with a word."""

from datetime import date

from django.conf import settings
from django.db import connection, transaction
from wagtail.log_actions import log

from baken.accounts.models import User
from baken.open.search.feedback import keys, rules
from baken.open.search.feedback.tally import Batch
from baken.open.search.models import Asked, Candidate, Round
from baken.open.thesaurus import actions as thesaurus
from baken.open.thesaurus.models import OWN, Concept

DISMISSED, RESTORED, TAKEN = "search.word_dismissed", "search.word_put_back", "search.word_taken"
MOST_ROWS = 100_000
_LOCK = 0x6173_6B65_64  # any number that nothing else in this database locks on


@transaction.atomic
def count(*, batch: Batch, on: date) -> int:
    """Count what was asked and followed since the last time; return of how many texts editors may read now.

    Written in the order of digests, so that no row tells what was asked before what. What belongs to earlier weeks
    is left: its key is gone.
    """
    _one_at_a_time()
    round_ = keys.current(on)
    things = {each for each in {*batch.asked, *batch.followed} if each[0] >= round_.start}
    hidden = sorted((keys.digest(text, round_), day, text) for day, text in things)
    known = set(Asked.objects.filter(pk__in=[each[0] for each in hidden]).values_list("pk", flat=True))
    # Whoever asks a hundred thousand things fills no disk; what is counted already goes on being counted.
    full = Asked.objects.count() >= MOST_ROWS
    return sum(_count(batch, round_, *each) for each in hidden if each[0] in known or not full)


@transaction.atomic
def forget_past(*, on: date) -> None:
    """Forget what was counted in earlier weeks with its keys, and words that nobody has looked for since long.

    Where counting is switched off nothing counted is kept.
    """
    Round.objects.filter(**({"start__lt": rules.round_of(on)} if settings.SEARCH_CANDIDATE_DAYS else {})).delete()
    Candidate.objects.filter(seen_in__lt=rules.oldest(on)).delete()


@transaction.atomic
def dismiss(*, candidate: Candidate, by: User) -> None:
    """Put a word aside: it comes back by itself only after it was forgotten. Raises `NotAllowed`."""
    rules.check_can_settle(by)
    _settle(candidate, Candidate.Stand.DISMISSED)
    log(instance=candidate, action=DISMISSED, user=by)


@transaction.atomic
def restore(*, candidate: Candidate, by: User) -> None:
    """Put a word back before editors, and take the name away that it gave a concept.

    Raises `NotAllowed`, and `Refused` where it made a concept: that has an address, and stays.
    """
    rules.check_can_settle(by)
    label = candidate.label
    _settle(candidate, Candidate.Stand.OPEN)
    if label:
        thesaurus.remove_name(label=label, by=by)
    log(instance=candidate, action=RESTORED, user=by)


@transaction.atomic
def take(*, candidate: Candidate, concept: Concept | None, language: str, by: User) -> Concept:
    """Take a word into our thesaurus: as another name of a concept, or without one as a concept of its own.

    Raises `NotAllowed` and `Refused`.
    """
    rules.check_can_settle(by)
    if concept:
        label = thesaurus.add_name(concept=concept, language=language, text=candidate.text, by=by)
    else:
        label = thesaurus.add_concept(scheme=OWN, language=language, text=candidate.text, by=by)
    candidate.label = label
    _settle(candidate, Candidate.Stand.TAKEN)
    log(instance=candidate, action=TAKEN, user=by)
    return label.concept


def _settle(candidate: Candidate, stand: Candidate.Stand) -> None:
    candidate.stand = stand
    if stand != Candidate.Stand.TAKEN:
        candidate.label = None
    candidate.save(update_fields=["stand", "label"])


def _one_at_a_time() -> None:
    with connection.cursor() as db:
        db.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _count(batch: Batch, round_: Round, digest: str, day: date, text: str) -> bool:
    """Count one text of one day, and let editors read it when enough days speak for it; return whether they may."""
    row = Asked.objects.filter(pk=digest).first() or Asked(digest=digest, round=round_)
    found = batch.asked.get((day, text))
    if found is not None and (row.asked_on is None or row.asked_on < day):
        row.asked_on = day
        row.something, row.nothing = row.something + found, row.nothing + (not found)
    if (day, text) in batch.followed and (row.followed_on is None or row.followed_on < day):
        row.followed_on = day
        row.followed += 1
    row.save()
    # The text is here only because somebody asks it now; what is counted tells it to nobody.
    told = rules.reason(row.nothing, row.something, row.followed, settings.SEARCH_CANDIDATE_DAYS)
    return bool(told) and found is not None and _show(text, round_, *(told or ("", 0)))


def _show(text: str, round_: Round, why: str, days: int) -> bool:
    """Let editors read a text; what they settled stays so, and is forgotten when its time comes."""
    told = {"why": why, "days": days, "seen_in": round_.start}
    made = Candidate.objects.get_or_create(text=text, defaults=told)[1]
    return made or Candidate.objects.filter(text=text, stand=Candidate.Stand.OPEN).update(**told) > 0
