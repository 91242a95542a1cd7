# SPDX-License-Identifier: EUPL-1.2
"""Sessions in a table that also tells whose they are, so that they can be listed and ended from elsewhere.

The browser holds the key, the table a digest of it: whoever reads the table, or a backup, enters no session.
"""

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import SessionBase

from baken.accounts.models import Session
from baken.core import clock

BEGAN, SEEN, DEVICE = "began", "seen", "device"
_TOLD_FOR = timedelta(minutes=30)


def digest(key: str) -> str:
    """Return what the table knows a session's key by."""
    return hashlib.sha256(key.encode()).hexdigest()


def begin(session: SessionBase, device: str) -> None:
    """Start a session's clocks, at signing in."""
    moment = clock.now().timestamp()
    session.update({BEGAN: moment, SEEN: moment, DEVICE: device})


class SessionStore(db.SessionStore):
    """Django's own store of sessions, under digests and with its owner in a column."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Return the table."""
        return Session

    def exists(self, session_key: str) -> bool:
        """Return whether a session of that key is kept."""
        return super().exists(digest(session_key))

    def delete(self, session_key: str | None = None) -> None:
        """Forget a session; this one without a key."""
        if key := session_key or self.session_key:
            super().delete(digest(key))

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Return the row that is kept: what Django keeps, and what a list of sessions shows."""
        return Session(
            session_key=digest(self._get_or_create_session_key()),  # type: ignore[attr-defined]
            session_data=self.encode(data),
            expire_date=_last_moment(data),
            user_id=data.get(SESSION_KEY),
            began_at=_moment(data.get(BEGAN)),
            seen_at=_moment(data.get(SEEN)),
            device=data.get(DEVICE, ""),
        )

    def _get_session_from_db(self) -> Session | None:
        found = Session.objects.filter(session_key=digest(self.session_key or ""), expire_date__gt=clock.now()).first()
        if found is None:
            self._session_key = None
        return found


def _last_moment(data: dict[str, Any]) -> datetime:
    """Return until when a row is kept: a little longer than it is of use, so that its owner is told why it ended."""
    begun = _moment(data.get(BEGAN)) or clock.now()
    return begun + timedelta(seconds=settings.ACCOUNTS_ABSOLUTE_SECONDS) + _TOLD_FOR


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
