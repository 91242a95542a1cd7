# SPDX-License-Identifier: EUPL-1.2
"""What was done to her, the risks around her, and how safe she is, in one file. Each question is logged."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access import rules as grounds
from baken.closed.access.admitting import admit
from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused, Standing
from baken.closed.casework.codes import Code
from baken.closed.casework.models import Identity
from baken.closed.casework.recorded import Recorded
from baken.closed.trafficking import partial, rules
from baken.closed.trafficking.lists import lists
from baken.closed.trafficking.models import Account, Assessment, Event, SafetyLevel

_Row = TypeVar("_Row", bound=Recorded)
_Decided = TypeVar("_Decided", Assessment, SafetyLevel)


@dataclass(frozen=True)
class Told:
    """An account, and how old she was as far as her birth date tells."""

    account: Account
    ages: tuple[int, int] | None

    @property
    def groups(self) -> list[Code]:
        """In which groups of the Netherlands it is reported, by the day on which it was told."""
        return rules.groups(self.account.forms, self.account.crossing, lists(), self.account.told_on)

    @property
    def lacks_crossing(self) -> bool:
        """Whether a group is open because nobody knows whether a border was crossed."""
        return rules.lacks_crossing(self.account.forms, self.account.crossing)


@dataclass(frozen=True)
class Trafficking:
    """The accounts of a file, newest first, and the events in their order."""

    dossier: Dossier
    accounts: list[Told]
    events: list[Event]
    struck: list[Account | Event]
    may_write: bool

    @property
    def groups(self) -> list[Code]:
        """In which groups all accounts together are reported."""
        found = {each.key: each for told in self.accounts for each in told.groups}
        return list(found.values())

    @property
    def lacks_crossing(self) -> bool:
        """Whether a group is open because nobody knows whether a border was crossed."""
        return any(each.lacks_crossing for each in self.accounts)


@dataclass(frozen=True)
class Assessments:
    """What was assessed in a file, the newest first."""

    dossier: Dossier
    assessments: list[Assessment]
    struck: list[Assessment]
    may_write: bool


@dataclass(frozen=True)
class Safety:
    """How safe she was found to be, the newest first; that one counts."""

    dossier: Dossier
    levels: list[SafetyLevel]
    struck: list[SafetyLevel]
    may_write: bool

    @property
    def latest(self) -> SafetyLevel | None:
        """What counts now."""
        return self.levels[0] if self.levels else None


def trafficking_of(dossier: UUID) -> Trafficking:
    """Return what was told of the trafficking; raise Refused without a ground for the notes."""
    standing, _ = admit(dossier, Part.NOTES, kind="trafficking")
    accounts, gone = _rows(Account, dossier)
    events, gone_events = _rows(Event, dossier)
    born = _born(standing) if accounts else None
    return Trafficking(
        dossier=access.dossiers().get(pk=dossier),
        accounts=[Told(each, rules.ages(born, each.first_month)) for each in _latest_told(accounts)],
        events=sorted(events, key=_when),
        struck=[*gone, *gone_events],
        may_write=grounds.ground_to_write(standing, Part.NOTES) is not None,
    )


def assessments_of(dossier: UUID) -> Assessments:
    """Return what makes her vulnerable, as often as it was assessed; raise Refused without a ground for the notes."""
    standing, _ = admit(dossier, Part.NOTES, kind="assessments")
    found, struck = _rows(Assessment, dossier)
    may_write = grounds.ground_to_write(standing, Part.NOTES) is not None
    return Assessments(access.dossiers().get(pk=dossier), _newest_first(found), struck, may_write)


def safety_of(dossier: UUID) -> Safety:
    """Return how safe she is and was; raise Refused without a ground for who she is."""
    standing, _ = admit(dossier, Part.IDENTITY, kind="safety")
    found, struck = _rows(SafetyLevel, dossier)
    may_write = grounds.ground_to_write(standing, Part.IDENTITY) is not None
    return Safety(access.dossiers().get(pk=dossier), _newest_first(found), struck, may_write)


def latest_level(dossier: UUID) -> SafetyLevel | None:
    """Return how safe she is now, if anybody decided that; raise Refused without a ground for who she is."""
    return safety_of(dossier).latest


def one_account(found: Trafficking, account: UUID) -> Account:
    """Return an account that still stands; raise Refused for one that is not there."""
    row = next((each.account for each in found.accounts if each.account.pk == account), None)
    if row is None:
        raise Refused("no such account")
    return row


def check_writable(found: Trafficking | Assessments | Safety) -> None:
    """Raise Refused unless the acting user may write here."""
    if not found.may_write:
        raise Refused("does not write this")


def _rows(kind: type[_Row], dossier: UUID) -> tuple[list[_Row], list[_Row]]:
    """Return the rows that stand and those that were struck out, as they were written down."""
    found = list(kind._default_manager.filter(dossier=dossier).select_related("recorded_by").order_by("recorded_at"))
    return [each for each in found if each.struck_at is None], [each for each in found if each.struck_at]


def _latest_told(accounts: Iterable[Account]) -> list[Account]:
    return sorted(accounts, key=lambda each: (each.told_on, each.recorded_at), reverse=True)


def oldest_first(rows: Iterable[_Decided]) -> list[_Decided]:
    """Order what was decided; of two of one day the one that was written down later comes last, and counts."""
    return sorted(rows, key=lambda each: (each.on, each.recorded_at))


def _newest_first(rows: Iterable[_Decided]) -> list[_Decided]:
    return oldest_first(rows)[::-1]


def _when(event: Event) -> tuple[date, date]:
    """Order events by when they began; one whose date is open comes last."""
    if event.on in rules.OPEN:
        return date.max, date.max
    return partial.first(event.on), partial.last(event.on)


def _born(standing: Standing) -> date | None:
    """Return her birth date for whoever may read who she is: an age is counted from it, and so it is logged."""
    if not grounds.ground(standing, Part.IDENTITY):
        return None
    admit(standing.dossier, Part.IDENTITY, kind="birth date")
    found = Identity.objects.filter(dossier=standing.dossier).first()
    return found.born if found else None
