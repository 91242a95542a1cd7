# SPDX-License-Identifier: EUPL-1.2
"""Counting tries together: what allauth counts is kept in the door's database, everything else in memory.

allauth knows one cache only. Wagtail asks the same cache at every request, so that one must not go to the
database for everything. The shared part has a connection of its own, outside the request's transaction: a try
that ends in an error, and is rolled back, still counts.
"""

import hmac
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.db import DatabaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.db import connections
from django.db.models import Model

ALIAS = "limits"  # of the shared cache, and of its connection
_SHARED = ("allauth", "jwt:")
_SWEEP = (
    "DELETE FROM accounts_limit WHERE cache_key IN"
    " (SELECT cache_key FROM accounts_limit WHERE expires < now() FOR UPDATE SKIP LOCKED)"
)


class SplitCache(BaseCache):
    """Sends allauth's keys to the shared cache and keeps all others in memory."""

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._memory = LocMemCache(name, params)

    def add(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value if there is none; return whether it was kept."""
        return self._of(key).add(key, value, timeout, version)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Return a value, or the default."""
        return self._of(key).get(key, default, version)

    def set(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep a value."""
        self._of(key).set(key, value, timeout, version)

    def touch(self, key: str, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value longer; return whether there was one."""
        return self._of(key).touch(key, timeout, version)

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget a value; return whether there was one."""
        return self._of(key).delete(key, version)

    def clear(self) -> None:
        """Forget everything in both."""
        self._memory.clear()
        caches[ALIAS].clear()

    def _of(self, key: str) -> BaseCache:
        return caches[ALIAS] if key.startswith(_SHARED) else self._memory


class LimitsCache(DatabaseCache):
    """Django's cache in a table, which forgets at every write what is over."""

    def set(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep a value, and let go of every value whose time is over."""
        super().set(key, value, timeout, version)
        with connections[ALIAS].cursor() as cursor:
            cursor.execute(_SWEEP)


def digest_of(key: str, prefix: str, version: int) -> str:
    """Return what the table holds in place of a key: the key names addresses of people, its digest none."""
    secret = settings.SECRET_KEY.encode()
    return hmac.new(secret, f"{prefix}:{version}:{key}".encode(), "sha256").hexdigest()


class LimitsRouter:
    """Gives the shared cache its own connection to the door's database, and lets nothing migrate over it."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        """Name the connection for Django's cache table; others are no concern of ours."""
        return ALIAS if model._meta.app_label == "django_cache" else None

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        """Refuse: the table comes by the door's own migrations."""
        return False if db == ALIAS else None
