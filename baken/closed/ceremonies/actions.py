# SPDX-License-Identifier: EUPL-1.2
"""Key ceremonies: who holds sealed places, who keeps shares of their keys, and what helps after forgetting.

Each takes a passphrase of the acting user and of nobody else.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from uuid import UUID

from django.db import transaction

from baken.accounts.limits import try_passphrase
from baken.closed.access.actions import me
from baken.closed.access.rules import Refused
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity, Outcome
from baken.closed.ceremonies import reads
from baken.closed.vault import enrolling, renewing
from baken.closed.vault.passphrases import WrongPassphrase
from baken.closed.vault.sealing import Tampered


class TooManyTries(Exception):
    """Somebody tried too many passphrases in a minute, or in a day."""


def choose_passphrase(*, passphrase: str) -> None:
    """Make the acting user a holder at the agency where her role works with whereabouts."""
    agency = reads.holding_agency()
    with _ceremony(Action.CREATE, "holder"):
        enrolling.enrol_holder(user=me(), agency=agency, passphrase=passphrase, keepers=reads.overseers(agency))


def change_passphrase(*, old: str, new: str) -> None:
    """Lock the acting holder's key with another passphrase, and share it out to who keeps shares now."""
    agency = reads.holding_agency()
    _count_try()
    with _ceremony(Action.UPDATE, "holder"):
        keepers = reads.overseers(agency)
        enrolling.change_passphrase(user=me(), agency=agency, old=old, new=new, keepers=keepers)


def become_keeper(*, passphrase: str) -> None:
    """Make the acting overseer a keeper of shares; a keeper's key that she had before ends."""
    agency = reads.keeping_agency()
    with _ceremony(Action.CREATE, "keeper"):
        enrolling.enrol_keeper(user=me(), agency=agency, passphrase=passphrase)


def ask_renewal(*, passphrase: str) -> None:
    """Ask the keepers to help the acting holder, who forgot her passphrase and chose another."""
    agency = reads.holding_agency()
    with _ceremony(Action.CREATE, "renewal"):
        renewing.ask(user=me(), agency=agency, passphrase=passphrase)


def withdraw_renewal() -> None:
    """Take back what the acting holder asked: she remembered."""
    agency = reads.holding_agency()
    with _ceremony(Action.DELETE, "renewal"):
        renewing.withdraw(user=me(), agency=agency)


def pass_on(*, renewal: UUID, passphrase: str) -> None:
    """Pass the acting keeper's share on to a colleague who forgot her passphrase."""
    found = reads.to_help_with(renewal).renewal
    _count_try()
    with _ceremony(Action.UPDATE, "renewal", [found.user]):
        renewing.pass_on(keeper=me(), renewal=found, passphrase=passphrase)


def finish_renewal(*, passphrase: str) -> None:
    """Give the acting holder her key back, under the passphrase that she chose when she asked."""
    found = reads.own_renewal()
    if found is None:
        raise Refused("asked for nothing")
    _count_try()
    with _ceremony(Action.UPDATE, "holder"):
        renewing.finish(renewal=found, passphrase=passphrase, keepers=reads.overseers(found.agency))


@contextmanager
def _ceremony(action: Action, kind: str, others: Sequence[UUID] = ()) -> Iterator[None]:
    """Log what the block does as done, before it is; or as failed where a passphrase or a share was not right."""
    told = partial(record, activity=Activity.KEY_CEREMONY, action=action, kind=kind, objects=[me(), *others])
    try:
        with transaction.atomic():
            told()
            yield
    except (WrongPassphrase, Tampered):
        told(outcome=Outcome.FAILED)
        raise


def _count_try() -> None:
    if not try_passphrase(me()):
        raise TooManyTries
