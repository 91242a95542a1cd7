# SPDX-License-Identifier: EUPL-1.2
"""Who may see and do what in the house, beside what `access` says of a file (pure)."""

from baken.closed.access import rules
from baken.closed.access.parts import Part, Role
from baken.closed.access.rules import Ground, Refused, Standing


def by_house(standing: Standing) -> Ground | None:
    """Return the ground of who works in the shelter of the agency whose file it is, or None; never of her own file."""
    posts = rules.posts(standing) if rules.is_active(standing) and rules.is_another(standing) else ()
    works = any(rules.is_own(post, standing) and post.role == Role.SHELTER for post in posts)
    return Ground("house", None, Role.SHELTER) if works else None


def by_team(standing: Standing, part: Part) -> Ground | None:
    """Return the ground of a place on the care team in a role that works with a part, or None."""
    return rules.ground_to_write(standing, part)


def check_ground(standing: Standing, part: Part, *, housed: bool) -> Ground:
    """Return the ground for a part of this room: the team, or the house where she is housed; raise Refused."""
    found = by_team(standing, part) or (by_house(standing) if housed else None)
    if found is None:
        raise Refused("neither on the team nor in the house")
    return found


def check_gives(standing: Standing, *, housed: bool) -> Ground:
    """Return the ground on which somebody gives a place: she works in the shelter; raise Refused."""
    found = by_house(standing) if housed else None
    if found is None:
        raise Refused("does not give places here")
    return found
