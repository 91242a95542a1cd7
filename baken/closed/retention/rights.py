# SPDX-License-Identifier: EUPL-1.2
"""Who may hold a file, copy it for the person, and have it erased (pure).

The database enforces the same under it, on its own (`sql/policies.sql`).
"""

from uuid import UUID

from baken.closed.access.parts import OVERSEERS, Part, Role
from baken.closed.access.rules import Refused, Standing, by_team, is_active, is_another, roles_at


def _roles(standing: Standing) -> frozenset[Role]:
    """Return somebody's roles at the file's own agency; none for whoever may not sign in, or whose file it is."""
    fit = is_active(standing) and is_another(standing)
    return roles_at(standing, standing.agency) if fit else frozenset()


def can_hold(standing: Standing) -> bool:
    """Return whether somebody may put a legal hold on a file and lift it: the agency's privacy officer."""
    return Role.PRIVACY_OFFICER in _roles(standing)


def can_oversee(standing: Standing) -> bool:
    """Return whether somebody keeps order over the agency's files."""
    return bool(OVERSEERS & _roles(standing))


def can_ask(standing: Standing) -> bool:
    """Return whether somebody may ask that a file is erased: an overseer, or a case manager on the team."""
    leads = any(found.role == Role.CASE_MANAGER for found in by_team(standing, Part.COVER))
    return can_oversee(standing) or (leads and bool(_roles(standing)))


def can_decide(standing: Standing, asked_by: UUID) -> bool:
    """Return whether somebody may decide about an erasure: an overseer, and another than who asked."""
    return can_oversee(standing) and asked_by != standing.user


def can_copy(standing: Standing) -> bool:
    """Return whether somebody may copy a file for the person: on the team, cleared for every part of it."""
    # Where she hides is not in the copy: the person knows, and paper lies about. But when she lived in the shelter is,
    # and that is a part of whereabouts.
    return bool(_roles(standing)) and all(any(by_team(standing, part)) for part in Part)


def can_look(standing: Standing) -> bool:
    """Return whether how long a file is kept is somebody's business."""
    return can_ask(standing) or can_copy(standing)


def check(allowed: bool, what: str) -> None:
    """Raise Refused unless something is allowed; ``what`` is for the log."""
    if not allowed:
        raise Refused(what)
