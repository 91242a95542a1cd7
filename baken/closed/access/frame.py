# SPDX-License-Identifier: EUPL-1.2
"""What the frame of a closed page shows to whom: the rooms that somebody's roles have a key to."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from baken.closed.access.parts import CLEARANCE, OPENERS, OVERSEERS, Part, Role
from baken.closed.audit.acting import acting

_HOLDERS = frozenset(role for role, parts in CLEARANCE.items() if Part.WHEREABOUTS in parts)
# name of the address, its title, and the roles that find something there; None is everybody
ROOMS: tuple[tuple[str, Any, frozenset[Role] | None], ...] = (
    ("today", _("Today"), None),
    ("intake", _("Intake"), OPENERS | {Role.MANAGER}),
    ("files", _("Files"), frozenset(CLEARANCE) | OVERSEERS),
    ("shelter", _("Shelter"), frozenset({Role.SHELTER})),
    ("shelter_units", _("Units"), frozenset({Role.MANAGER})),
    ("figures", _("Figures"), frozenset(Role)),
    ("people", _("People"), OVERSEERS),
    ("log", _("Log"), frozenset({Role.PRIVACY_OFFICER})),
    ("retention", _("Retention"), OVERSEERS),
    ("my_vault", _("Vault"), _HOLDERS),
)


def rooms(request: HttpRequest) -> dict[str, object]:
    """Give every template the menu of whoever acts; what a link leads to is checked there, not here."""
    mine = set(acting().roles)
    return {"rooms": [(name, title) for name, title, roles in ROOMS if roles is None or mine & roles]}
