# SPDX-License-Identifier: EUPL-1.2
"""Key ceremonies: who may hold sealed places, and what two people keep in case a passphrase is forgotten."""

from uuid import UUID

from django.db import transaction

from baken.closed.access import reads as access
from baken.closed.access.actions import me
from baken.closed.access.parts import CLEARANCE, OVERSEERS, Part
from baken.closed.access.rules import Refused
from baken.closed.audit.actions import record
from baken.closed.audit.activities import Action, Activity
from baken.closed.vault.enrolling import enrol_holder, make_recovery


@transaction.atomic
def choose_passphrase(*, passphrase: str) -> None:
    """Make the acting user a holder at the agency where her role works with whereabouts."""
    agency = holding_agency()
    record(activity=Activity.KEY_CEREMONY, action=Action.CREATE, kind="holder", objects=[me()])
    enrol_holder(user=me(), agency=agency, passphrase=passphrase)


@transaction.atomic
def keep_recovery(*, agency: UUID, other: UUID, mine: str, theirs: str) -> None:
    """Make an agency's recovery key, kept by the acting overseer and another one, each with a passphrase."""
    keepers = {post.user_id for post in access.colleagues(agency) if post.role in OVERSEERS}
    if agency not in access.agencies_where(OVERSEERS) or other not in keepers:
        raise Refused("two overseers keep a recovery key")
    record(activity=Activity.KEY_CEREMONY, action=Action.CREATE, kind="recovery", objects=[me(), other])
    make_recovery(agency=agency, keepers={me(): mine, other: theirs})


def holding_agency() -> UUID:
    """Return the agency where the acting user may hold sealed places; raise Refused where there is none."""
    roles = [role for role, parts in CLEARANCE.items() if Part.WHEREABOUTS in parts]
    mine = access.agencies_where(roles)
    if not mine:
        raise Refused("holds no places")
    return mine[0]
