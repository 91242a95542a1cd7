# SPDX-License-Identifier: EUPL-1.2
"""How to reach somebody, for the copy."""

from uuid import UUID

from baken.closed.access.parts import Part
from baken.closed.casework.models import Contact
from baken.closed.retention.copy.reads.admitting import Copy, admitted


def contact(dossier: UUID) -> Copy:
    """Return how to reach her; raise Refused without a ground."""
    row = Contact.objects.filter(dossier=dossier).first()
    admitted(dossier, Part.CONTACT, [row.pk] if row else [])
    names = ("phone", "safe_ways", "email", "post_street", "post_code", "post_city", "post_state", "post_country")
    return {name: getattr(row, name) for name in names} if row else {}
