# SPDX-License-Identifier: EUPL-1.2
"""Whether something may go to CoMensha today, for each of two purposes that never stand for each other (pure).

Of everybody who decides the latest word counts. Without consent a registration alone may go, by an override that two
people made with advice; it falls away as soon as somebody speaks about registering after it was asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from baken.closed.casework.person.consenting import Party


class Purpose(StrEnum):
    """What CoMensha is asked to do."""

    REGISTRATION = "registration"
    SHELTER = "shelter"


class What(StrEnum):
    """What somebody said."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class State(StrEnum):
    """What the words of all who decide come to."""

    NOT_ASKED = "not_asked"
    PARTLY = "partly"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Basis(StrEnum):
    """On what ground something may go."""

    CONSENT = "consent"
    OVERRIDE = "override"


@dataclass(frozen=True)
class Said:
    """A word about a purpose, of a day; of two of one day the one that was written down later is the later word.

    A no that was struck out says nothing, and still ends what was said and decided before it: nobody makes an older
    yes stand again by striking out.
    """

    purpose: Purpose
    what: What
    on: date
    recorded_at: datetime
    parties: frozenset[Party]
    struck: bool = False


@dataclass(frozen=True)
class Overridden:
    """When registering somebody without consent was asked, and on which day a second person agreed.

    The advice and the reason are of the moment of asking: what is said after that they did not know.
    """

    asked_at: datetime
    on: date


@dataclass(frozen=True)
class Standing:
    """What holds for a purpose on a day: what was said, on what ground it may go, and since which day.

    It lapsed where a no that was struck out is the latest word of somebody who decides: she is asked anew.
    """

    state: State
    basis: Basis | None = None
    since: date | None = None
    lapsed: bool = False


def standing(
    said: Iterable[Said], purpose: Purpose, needed: frozenset[Party], overridden: Iterable[Overridden], on: date
) -> Standing:
    """Return what holds for a purpose on a day, of what had been said and decided by then."""
    words = sorted((each for each in said if each.purpose == purpose and each.on <= on), key=_when)
    counting = [each for each in words if not (each.struck and each.what == What.GIVEN)]
    latest = {party: each for each in counting for party in each.parties if party in needed}
    state = _state([each.what for each in latest.values() if not each.struck], len(needed))
    if state == State.GIVEN:
        return Standing(state, Basis.CONSENT, max(each.on for each in latest.values()))
    spoken = max((each.recorded_at for each in words), default=None)
    live = [each for each in overridden if each.on <= on and (spoken is None or spoken < each.asked_at)]
    if purpose == Purpose.REGISTRATION and live:
        return Standing(state, Basis.OVERRIDE, min(each.on for each in live))
    return Standing(state, lapsed=any(each.struck for each in latest.values()))


def _state(latest: list[What], needed: int) -> State:
    """Return what the latest words come to: one no is a no."""
    for no in (What.WITHDRAWN, What.REFUSED):
        if no in latest:
            return State(no)
    if not latest:
        return State.NOT_ASKED
    return State.GIVEN if len(latest) == needed else State.PARTLY


def _when(said: Said) -> tuple[date, datetime]:
    return said.on, said.recorded_at
