# SPDX-License-Identifier: EUPL-1.2
"""Who worked with her, by role, and who may read her file because she agreed; for the copy."""

from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access.models import Dossier
from baken.closed.retention.copy.reads.admitting import Copy, moment
from baken.closed.retention.copy.reads.roles import posts_of, roles_at


def team(found: Dossier) -> list[Copy]:
    """Return in which roles people had a place on the team, and when."""
    places = list(access.team(found.pk))
    posts = posts_of(found, {each.user_id for each in places})
    return [
        {
            "roles": roles_at(posts.get(each.user_id, []), each.since),
            "since": moment(each.since),
            "until": moment(each.until),
        }
        for each in places
    ]


def consents(dossier: UUID) -> list[Copy]:
    """Return every consent, those too that ended or were taken back."""
    return [
        {
            "agency": each.agency.name,
            "parts": each.parts,
            "purpose": each.purpose,
            "since": moment(each.since),
            "until": moment(each.until),
            "withdrawn_at": moment(each.withdrawn_at),
        }
        for each in access.consents(dossier)
    ]
