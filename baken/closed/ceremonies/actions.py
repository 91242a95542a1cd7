# SPDX-License-Identifier: EUPL-1.2
"""Key ceremonies: who holds sealed places, who keeps shares of their keys, and what helps after forgetting.

Each takes a passphrase of the acting user and of nobody else.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import partial
from uuid import UUID

from django.db import transaction

from baken.accounts.limits import clear_passphrase, try_passphrase
from baken.closed.access.actions import me
from baken.closed.access.rules import Refused
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity, Outcome
from baken.closed.ceremonies import reads
from baken.closed.vault import enrolling, renewing
from baken.closed.vault.enrolling import Overtaken, TooFewKeepers
from baken.closed.vault.holders import NotAHolder
from baken.closed.vault.models import PersonalKey
from baken.closed.vault.passphrases import WrongPassphrase
from baken.closed.vault.renewing import TooFewShares
from baken.closed.vault.sealing import Tampered

FAILURES = (WrongPassphrase, Tampered, NotAHolder, TooFewKeepers, TooFewShares, Overtaken)


class TooManyTries(Exception):
    """Somebody tried too many passphrases in a minute, or in a day."""


def choose_passphrase(*, passphrase: str, keepers: Collection[UUID]) -> None:
    """Make the acting user a holder at the agency where her role works with whereabouts, kept by whom she names."""
    agency = reads.holding_agency()
    _count_try(agency)
    with _ceremony(Action.CREATE, "holder", agency, "chosen", keepers):
        enrolling.enrol_holder(user=me(), agency=agency, passphrase=passphrase, keepers=_overseers(agency, keepers))


def change_passphrase(*, old: str, new: str, keepers: Collection[UUID]) -> None:
    """Lock the acting holder's key with another passphrase, and share it out to whom she names."""
    agency = reads.holding_agency()
    _count_try(agency)
    with _ceremony(Action.UPDATE, "holder", agency, "changed", keepers):
        chosen = _overseers(agency, keepers)
        enrolling.change_passphrase(user=me(), agency=agency, old=old, new=new, keepers=chosen)
    clear_passphrase(me())


def become_keeper(*, passphrase: str) -> None:
    """Make the acting overseer a keeper of shares; a keeper's key that she had before ends."""
    agency = reads.keeping_agency()
    _count_try(agency)
    with _ceremony(Action.CREATE, "keeper", agency, "renewed" if reads.is_keeper(agency) else "chosen"):
        enrolling.enrol_keeper(user=me(), agency=agency, passphrase=passphrase)


def ask_renewal(*, passphrase: str) -> None:
    """Ask the keepers to help the acting holder, who forgot her passphrase and chose another."""
    agency = reads.holding_agency()
    _count_try(agency)
    with _ceremony(Action.CREATE, "renewal", agency, "asked"):
        renewing.ask(user=me(), agency=agency, passphrase=passphrase)


def withdraw_renewal() -> None:
    """Take back what the acting holder asked: she remembered."""
    found = _own_renewal()
    with _ceremony(Action.DELETE, "renewal", found.agency, "withdrawn", [found.pk]):
        renewing.withdraw(user=me(), agency=found.agency)


def pass_on(*, renewal: UUID, passphrase: str) -> None:
    """Pass the acting keeper's share on to a colleague who forgot her passphrase."""
    found = reads.to_help_with(renewal).renewal
    _count_try(found.agency)
    with _ceremony(Action.UPDATE, "renewal", found.agency, "helped", [found.user, found.pk]):
        renewing.pass_on(keeper=me(), renewal=found, passphrase=passphrase)
    clear_passphrase(me())


def finish_renewal(*, passphrase: str) -> None:
    """Give the acting holder her key back, under the passphrase that she chose when she asked."""
    found = _own_renewal()
    _count_try(found.agency)
    with _ceremony(Action.UPDATE, "holder", found.agency, "renewed", [found.pk]):
        renewing.finish(renewal=found, passphrase=passphrase, keepers=reads.overseers(found.agency))
    clear_passphrase(me())


def _own_renewal() -> PersonalKey:
    found = reads.own_renewal()
    if found is None:
        raise Refused("asked for nothing")
    return found


def _overseers(agency: UUID, named: Collection[UUID]) -> set[UUID]:
    """Return those of the people named who may keep shares."""
    return reads.overseers(agency) & set(named)


@contextmanager
def _ceremony(action: Action, kind: str, agency: UUID, how: str, others: Collection[UUID] = ()) -> Iterator[None]:
    """Log what the block does as done, before it is; or as failed where it did not come so far.

    A passphrase that was right and led nowhere leaves its entry too: the private key was opened.
    """
    told = partial(
        record, activity=Activity.KEY_CEREMONY, action=action, kind=kind, dossier_agency=agency,
        objects=[me(), *others], facts={"how": how},
    )  # fmt: skip
    try:
        with transaction.atomic():
            told()
            yield
    except FAILURES:
        told(outcome=Outcome.FAILED)
        raise


def _count_try(agency: UUID) -> None:
    if not try_passphrase(me()):
        record(
            activity=Activity.KEY_CEREMONY, action=Action.EXECUTE, outcome=Outcome.REFUSED, dossier_agency=agency,
            objects=[me()], facts={"how": "too-often"},
        )  # fmt: skip
        raise TooManyTries
