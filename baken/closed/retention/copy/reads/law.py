# SPDX-License-Identifier: EUPL-1.2
"""What happened before the law, for the copy."""

from baken.closed.access.models import Dossier
from baken.closed.access.parts import Part
from baken.closed.legal.models import Conditions, Happened
from baken.closed.retention.copy.reads.admitting import Copy, admitted, moment


def law(found: Dossier) -> Copy:
    """Return what happened before the law, what was struck out too, and what the law asks of who she is."""
    happened = sorted(Happened.objects.filter(dossier=found), key=lambda each: (each.on, each.recorded_at))
    conditions = Conditions.objects.filter(dossier=found).first()
    admitted(found.pk, Part.LEGAL, [each.pk for each in happened])
    told = [{"on": each.on.isoformat(), "event": each.event, "struck_out": moment(each.struck_at)} for each in happened]
    return {"events": told, "conditions": conditions.known if conditions else {}}
