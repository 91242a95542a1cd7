# SPDX-License-Identifier: EUPL-1.2
"""Where the bridge's tables are for the closed door: in the open door's database, and it never migrates there."""

from typing import Any

from django.db.models import Model

BRIDGE = "bridge"


class BridgeRouter:
    """Sends the bridge's tables to the connection of that name, and lets nothing come into being by it."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        """Name the connection to the hatches for a table of theirs."""
        return BRIDGE if model._meta.app_label == BRIDGE else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        """Forbid migrations over the bridge, and the bridge's tables anywhere else."""
        return False if BRIDGE in (db, app_label) else None
