# SPDX-License-Identifier: EUPL-1.2
"""What is sealed to named people: to whom it can be, and opening it by the passphrase of whoever acts.

So many tries a minute, and whoever asks says how the log tells of it, whether it opened or not.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from baken.accounts.limits import clear_passphrase, try_passphrase
from baken.accounts.models import User
from baken.closed.access.actions import me
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Outcome
from baken.closed.vault.holders import Letter
from baken.closed.vault.personal import opening, public_keys


@dataclass(frozen=True)
class PossibleHolder:
    """Somebody to whom a place may be sealed, by her public key."""

    user: UUID
    name: str
    public: bytes


@dataclass(frozen=True)
class Sealed:
    """A sealed body, the acting user's envelope, and the place that both are bound to."""

    body: bytes
    envelope: bytes
    bound: bytes


def holders_among(agency: UUID, people: Iterable[User]) -> list[PossibleHolder]:
    """Return those of some people who have a vault passphrase at an agency, in their order."""
    named = list(people)
    keys = public_keys(agency=agency, users=[each.pk for each in named])
    return [PossibleHolder(each.pk, str(each), keys[each.pk]) for each in named if each.pk in keys]


def open_sealed(sealed: Sealed, passphrase: str, *, agency: UUID, log: Callable[[Outcome], None]) -> str:
    """Return what is sealed to the acting user; raise WrongPassphrase, NotAHolder or Tampered.

    Raises Refused after too many tries. What does not open is logged as failed; the page that says so is an answer like
    any other, so the entry stays.
    """
    if not try_passphrase(me()):
        raise Refused("too many wrong passphrases")
    outcome = Outcome.FAILED
    try:
        with opening(user=me(), agency=agency, passphrase=passphrase) as key:
            text = key.open(Letter(sealed.body, {key.holder: sealed.envelope}), sealed.bound).decode()
        outcome = Outcome.DONE
        clear_passphrase(me())
        return text
    finally:
        log(outcome)
