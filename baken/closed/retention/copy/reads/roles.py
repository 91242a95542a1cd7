# SPDX-License-Identifier: EUPL-1.2
"""In which roles somebody worked when: a copy tells that of colleagues, and never a name."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from baken.closed.access.models import Appointment, Dossier
from baken.closed.access.rules import Span, is_live


def posts_of(found: Dossier, users: set[UUID]) -> dict[UUID, list[Appointment]]:
    """Return the posts that people have had at the agency whose file it is."""
    posts: dict[UUID, list[Appointment]] = {}
    for post in Appointment.objects.filter(agency=found.agency_id, user__in=users):
        posts.setdefault(post.user_id, []).append(post)
    return posts


def roles_at(posts: Iterable[Appointment], at: datetime) -> list[str]:
    """Return the roles that somebody had at a moment."""
    return sorted({post.role for post in posts if is_live(Span(post.since, post.until), at)})
