# SPDX-License-Identifier: EUPL-1.2
"""Registering without consent: asked on the team with a lawyer's or FG's advice, decided by who oversees the agency.

For a registration alone. A place is never asked for without consent.
"""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from baken.closed.access import reads as access
from baken.closed.access.actions import me
from baken.closed.access.admitting import note
from baken.closed.access.parts import Part
from baken.closed.access.rules import Refused
from baken.closed.audit.activities import Action, Activity
from baken.closed.registration.actions import admitted, noted
from baken.closed.registration.labels import ADVISERS
from baken.closed.registration.models import Override
from baken.closed.registration.rights import can_decide
from baken.core.clock import now, today


@transaction.atomic
def ask_override(*, dossier: UUID, adviser: str, name: str, advised_on: date, reason: str) -> Override:
    """Ask that somebody is registered without consent; nothing may go before another person decides."""
    found = admitted(dossier)
    if adviser not in dict(ADVISERS) or advised_on > today() or not (name.strip() and reason.strip()):
        raise ValidationError(_("Say who advised, on a day that is not to come, and why."))
    made = Override(dossier_id=dossier, agency_id=found[0].agency, made_by_id=me())
    made.adviser, made.name, made.advised_on, made.reason = adviser, name, advised_on, reason
    made.save(force_insert=True)
    noted(found, Action.CREATE, "override", made.pk)
    return made


@transaction.atomic
def decide_override(*, dossier: UUID, override: UUID, approve: bool) -> Override:
    """Agree or not, as who oversees the agency and did not ask it herself; once."""
    standing = access.standing(dossier)
    row = Override.objects.select_for_update().filter(pk=override, dossier=dossier, decided_at=None).first()
    if row is None or row.made_by_id == me() or not can_decide(standing):
        raise Refused("decides about what another asked, once")
    row.decided_by_id, row.decided_at, row.approved = me(), now(), approve
    row.save(update_fields=["decided_by", "decided_at", "approved"])
    how, facts = (Activity.UPDATE, Action.UPDATE), {"decision": "approved" if approve else "declined"}
    note(standing, *how, part=Part.COVER, kind="override", objects=[row.pk], facts=facts)
    return row
