# SPDX-License-Identifier: EUPL-1.2
"""What there is to know of keys before one acts: where one holds or keeps, and who forgot her passphrase."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access.actions import me
from baken.closed.access.parts import CLEARANCE, OVERSEERS, Part
from baken.closed.access.rules import Refused
from baken.closed.vault import personal, renewing
from baken.closed.vault.models import PersonalKey
from baken.closed.vault.rules import RENEWAL_LASTS
from baken.closed.vault.shares import NEEDED


@dataclass(frozen=True)
class Waiting:
    """A colleague who forgot her passphrase, and whether the acting keeper can help her."""

    renewal: PersonalKey
    name: str
    can_help: bool

    @property
    def spoken(self) -> str:
        """The number that both compare aloud: only what she asked has it."""
        return renewing.spoken(self.renewal)

    @property
    def until(self) -> datetime:
        """When it ends by itself."""
        return self.renewal.made_at + RENEWAL_LASTS


def holding_agency() -> UUID:
    """Return the agency where the acting user may hold sealed places; raise Refused where there is none."""
    mine = access.agencies_where([role for role, parts in CLEARANCE.items() if Part.WHEREABOUTS in parts])
    if not mine:
        raise Refused("holds no places")
    return mine[0]


def keeping_agency() -> UUID:
    """Return the agency where the acting user may keep shares; raise Refused where she oversees none."""
    mine = access.agencies_where(OVERSEERS)
    if not mine:
        raise Refused("oversees nobody")
    return mine[0]


def overseers(agency: UUID) -> set[UUID]:
    """Return who may keep shares at an agency: whoever oversees it and may sign in."""
    posts = access.colleagues(agency)
    return {post.user_id for post in posts if post.role in OVERSEERS and post.user.is_active}


def keepers(agency: UUID) -> list[tuple[UUID, str]]:
    """Return who at an agency keeps shares, by name, herself left out: she sees to whom her key is shared out."""
    names = {post.user_id: str(post.user) for post in access.colleagues(agency) if post.user_id != me()}
    users = overseers(agency) & names.keys()
    rows = personal.trusted(personal.live(personal.Purpose.KEEPER, agency).filter(user__in=users))
    return [(user, names[user]) for user in dict.fromkeys(row.user for row in rows)]


def is_holder(agency: UUID) -> bool:
    """Return whether the acting user has chosen a passphrase."""
    return me() in personal.public_keys(agency=agency, users=[me()])


def is_kept(agency: UUID) -> bool:
    """Return whether enough keepers who are still there have a share of the acting holder's key."""
    holder = personal.own(personal.Purpose.HOLDER, user=me(), agency=agency)
    there = holder.shares.filter(keeper__ended_at=None, keeper__user__in=overseers(agency) - {me()})
    return there.count() >= NEEDED


def is_keeper(agency: UUID) -> bool:
    """Return whether the acting overseer keeps shares."""
    return personal.live(personal.Purpose.KEEPER, agency).filter(user=me()).exists()


def own_renewal() -> PersonalKey | None:
    """Return what the acting holder asked after she forgot her passphrase, with how many ``helped``."""
    return renewing.waiting(holding_agency()).filter(user=me()).first()


def to_help() -> list[Waiting]:
    """Return which colleagues forgot their passphrase and were not yet helped by the acting keeper, oldest first."""
    agency = keeping_agency()
    names = {post.user_id: str(post.user) for post in access.colleagues(agency)}
    found = renewing.waiting(agency).exclude(user=me())
    asked = [each for each in found if each.user in names and not _helped(each)]
    return [Waiting(each, names[each.user], _has_share(each)) for each in asked]


def asked_today() -> PersonalKey | None:
    """Return what was asked in the acting user's own name, so that she hears of it who did not ask."""
    roles = [role for role, parts in CLEARANCE.items() if Part.WHEREABOUTS in parts]
    return own_renewal() if access.agencies_where(roles) else None


def to_help_today() -> list[Waiting]:
    """Return whom the acting user can help as a keeper; nobody where she is none."""
    return [each for each in to_help() if each.can_help] if access.agencies_where(OVERSEERS) else []


def to_help_with(renewal: UUID) -> Waiting:
    """Return what a colleague asked of the acting keeper; raise Refused for anything else."""
    for each in to_help():
        if each.renewal.pk == renewal and each.can_help:
            return each
    raise Refused("was not asked to help")


def _helped(renewal: PersonalKey) -> bool:
    return renewal.passed.filter(keeper__user=me()).exists()


def _has_share(renewal: PersonalKey) -> bool:
    keys = personal.live(personal.Purpose.KEEPER, renewal.agency).filter(user=me())
    return keys.filter(kept__holder__user=renewal.user, kept__holder__agency=renewal.agency).exists()
