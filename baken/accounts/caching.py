# SPDX-License-Identifier: EUPL-1.2
"""Counting tries together: what allauth counts is kept in the door's database, everything else in memory.

allauth knows one cache only. Wagtail asks the same cache at every request, so that one must not go to the
database for everything. The shared part has a connection of its own, outside the request's transaction: a try
that ends in an error, and is rolled back, still counts.
"""

import hmac
import json
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.db import connections

ALIAS = "limits"  # of the shared cache, and of its connection
_SHARED = ("allauth", "jwt:")
_ADD = (
    "INSERT INTO accounts_limit AS kept (cache_key, value, expires)"
    " VALUES (%s, %s, clock_timestamp() + make_interval(secs => %s)) ON CONFLICT (cache_key) DO UPDATE"
    " SET value = excluded.value, expires = excluded.expires WHERE kept.expires <= clock_timestamp()"
)
_SET = _ADD.removesuffix(" WHERE kept.expires <= clock_timestamp()")
_GET = "SELECT value FROM accounts_limit WHERE cache_key = %s AND expires > clock_timestamp()"
_TOUCH = (
    "UPDATE accounts_limit SET expires = clock_timestamp() + make_interval(secs => %s)"
    " WHERE cache_key = %s AND expires > clock_timestamp()"
)
_DELETE = "DELETE FROM accounts_limit WHERE cache_key = %s AND expires > clock_timestamp()"
_SWEEP = (
    "DELETE FROM accounts_limit WHERE cache_key IN"
    " (SELECT cache_key FROM accounts_limit WHERE expires <= clock_timestamp() FOR UPDATE SKIP LOCKED)"
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


class LimitsCache(BaseCache):
    """Values as JSON in the table of limits: what stands there can be read wrongly at worst, and never be run.

    Django's own cache in a table unpickles, which would make a program of whatever somebody wrote into it. Time is the
    database's, so that processes on several machines agree. Nothing is let go before its time: that would be a way
    around a limit.
    """

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def add(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value if there is none; return whether it was kept. Of several at once one is told yes."""
        return self._write(_ADD, key, version, json.dumps(value), self._seconds(timeout)) > 0

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Return a value, or the default."""
        with connections[ALIAS].cursor() as cursor:
            cursor.execute(_GET, [self.make_key(key, version)])
            found = cursor.fetchone()
        return json.loads(found[0]) if found else default

    def set(self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep a value, and let go of every value whose time is over."""
        self._write(_SET, key, version, json.dumps(value), self._seconds(timeout))
        with connections[ALIAS].cursor() as cursor:
            cursor.execute(_SWEEP)

    def touch(self, key: str, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value for another time; return whether there was one."""
        with connections[ALIAS].cursor() as cursor:
            cursor.execute(_TOUCH, [self._seconds(timeout), self.make_key(key, version)])
            return bool(cursor.rowcount)

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget a value; return whether there was one."""
        return self._write(_DELETE, key, version) > 0

    def clear(self) -> None:
        """Forget everything."""
        with connections[ALIAS].cursor() as cursor:
            cursor.execute("DELETE FROM accounts_limit")

    def _write(self, statement: str, key: str, version: int | None, *more: Any) -> int:
        with connections[ALIAS].cursor() as cursor:
            cursor.execute(statement, [self.make_key(key, version), *more])
            return int(cursor.rowcount)

    def _seconds(self, timeout: float | None) -> float:
        """Return how long a value is kept; nothing here is kept for ever."""
        seconds = self.default_timeout if timeout in (DEFAULT_TIMEOUT, None) else timeout
        return float(seconds or 0)


def digest_of(key: str, prefix: str, version: int) -> str:
    """Return what the table holds in place of a key: the key names addresses of people, its digest none."""
    secret = settings.SECRET_KEY.encode()
    return hmac.new(secret, f"{prefix}:{version}:{key}".encode(), "sha256").hexdigest()


class LimitsRouter:
    """Lets nothing migrate over the connection of the shared cache: its table comes with the door's own."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        """Refuse that connection; others are no concern of ours."""
        return False if db == ALIAS else None
