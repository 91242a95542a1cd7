# SPDX-License-Identifier: EUPL-1.2
"""How far something is with CoMensha, for each purpose: who has the next step, and since when (pure)."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from baken.closed.registration.rules import Purpose, Standing

TABLE = Path(__file__).with_name("terms.toml")


class Reply(StrEnum):
    """What came back from CoMensha, what it was told of a yes taken back, or that it got nothing after all."""

    RECEIVED = "received"
    OFFERED = "place_offered"
    REFUSED = "place_refused"
    NO_PLACE = "no_place"
    ASKS = "asks"
    NOT_SENT = "not_sent"
    TOLD_REGISTRATION = "told_registration"
    TOLD_SHELTER = "told_shelter"


class Stage(StrEnum):
    """Where it is."""

    NOTHING = "nothing"  # nobody said yes, and nothing went
    UNSENT = "unsent"
    NEWER = "newer"  # a version was fixed after the one that went
    WAITING = "waiting"
    ANSWERED = "answered"
    STOPPED = "stopped"  # the yes was taken back after it went, or was taken out, and CoMensha does not know
    TOLD = "told"


_SETTLING = {
    Purpose.REGISTRATION: frozenset({Reply.RECEIVED}),
    Purpose.SHELTER: frozenset({Reply.OFFERED, Reply.REFUSED, Reply.NO_PLACE}),
}
TELLING = {Purpose.REGISTRATION: Reply.TOLD_REGISTRATION, Purpose.SHELTER: Reply.TOLD_SHELTER}


@dataclass(frozen=True)
class Made:
    """A version: its number, the day on which it was fixed, and for what it is."""

    number: int
    on: date
    purposes: frozenset[str]


@dataclass(frozen=True)
class Done:
    """Something that was done with a version: taken out, sent, or answered with a reply."""

    version: Made
    on: date
    recorded_at: datetime
    reply: Reply | None = None
    is_taken: bool = False

    @property
    def when(self) -> tuple[date, datetime]:
        """Where it stands in the order of things."""
        return self.on, self.recorded_at


@dataclass(frozen=True)
class Progress:
    """Where it is, since which day, and what that is about: the version that went or is to go, the reply.

    A version that was taken out may have gone: nobody wrote down yet whether it did.
    """

    stage: Stage
    since: date | None = None
    version: int | None = None
    reply: Reply | None = None
    may_have_gone: bool = False

    def days(self, today: date) -> int:
        """Return for how many days it has been so."""
        return (today - self.since).days if self.since else 0


def progress(purpose: Purpose, standing: Standing, versions: Iterable[Made], steps: Iterable[Done]) -> Progress:
    """Return where a purpose is. What CoMensha was told to forget counts as never sent."""
    own = sorted((each for each in steps if purpose in each.version.purposes), key=lambda each: each.when)
    told = [each for each in own if each.reply == TELLING[purpose]]
    live = [each for each in own if not told or each.when > told[-1].when]
    sent = [each for each in live if each.reply is None and not each.is_taken]
    if standing.basis is None:
        return _stopped(sent, _unsettled(live), told)
    if not sent:
        return Progress(Stage.UNSENT, standing.since)
    newer = [each for each in versions if purpose in each.purposes and each.number > sent[-1].version.number]
    if newer:
        return Progress(Stage.NEWER, newer[0].on, newer[-1].number)
    return _answered(purpose, sent, live)


def _unsettled(live: list[Done]) -> list[Done]:
    """Return what was taken out and may have gone: nobody wrote down afterwards that it did not."""
    kept = {each.version: each.when for each in live if each.reply == Reply.NOT_SENT}
    taken = [each for each in live if each.is_taken]
    return [each for each in taken if each.version not in kept or each.when > kept[each.version]]


def _stopped(sent: list[Done], taken: list[Done], told: list[Done]) -> Progress:
    gone = sent or taken
    if gone:
        return Progress(Stage.STOPPED, gone[-1].on, gone[-1].version.number, may_have_gone=not sent)
    return Progress(Stage.TOLD, told[-1].on) if told else Progress(Stage.NOTHING)


def _answered(purpose: Purpose, sent: list[Done], live: list[Done]) -> Progress:
    replies = [each for each in live if each.reply in _SETTLING[purpose] and each.when > sent[0].when]
    if replies:
        return Progress(Stage.ANSWERED, replies[-1].on, sent[-1].version.number, replies[-1].reply)
    return Progress(Stage.WAITING, sent[-1].on, sent[-1].version.number)


def is_late(purpose: Purpose, found: Progress, today: date) -> bool:
    """Return whether something waits longer to be sent than its term, or CoMensha must be told at once."""
    if found.stage == Stage.STOPPED:
        return True
    waits = found.stage in {Stage.UNSENT, Stage.NEWER}
    return waits and found.days(today) > term(purpose, today)["days"]


def term(purpose: Purpose, on: date) -> dict[str, Any]:
    """Return the row that says within how many days it goes; before the first row, the first."""
    rows = [each for each in _table()["term"] if each["purpose"] == purpose]
    day = max(on, min(each["from"] for each in rows))
    return next(each for each in rows if each["from"] <= day <= each.get("until", day))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
