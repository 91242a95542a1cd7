# SPDX-License-Identifier: EUPL-1.2
"""Which of the closed door's two databases holds what: keys in one, everything else in the other."""

from typing import Any

from django.db.models import Model

KEYS = "keys"
_VAULT = "vault"


class KeysRouter:
    """Sends the vault's tables to the database of keys, and nothing else."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        """Name the database of keys for a table of the vault."""
        return KEYS if model._meta.app_label == _VAULT else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Let each table come into being in its own database only."""
        return (db == KEYS) == (app_label == _VAULT)
