# SPDX-License-Identifier: EUPL-1.2
"""Who acts just now: set once at the door of a request or command, and read by every entry of the log."""

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Acting:
    """Who acts, for which agency, in which roles and to what purpose, and from where.

    ``posts`` are all that count, of every agency: its key and the role there. ``session`` is a hash and never the
    session's key. ``address`` is the network address of staff; nobody else's is kept. ``trace`` joins all entries of
    one request.
    """

    user: UUID | None = None
    agency: UUID | None = None
    roles: tuple[str, ...] = ()
    purpose: str = ""
    session: str = ""
    address: str = ""
    trace: str = ""
    site: str = "closed"
    component: str = "command"
    on_behalf_of: UUID | None = None
    posts: tuple[tuple[UUID, str], ...] = ()


_current: ContextVar[Acting | None] = ContextVar("acting", default=None)


def acting() -> Acting:
    """Return who acts now; outside a request that is nobody in particular."""
    return _current.get() or Acting()


@contextlib.contextmanager
def acting_as(who: Acting) -> Iterator[Acting]:
    """Let somebody act while the block runs; afterwards whoever acted before."""
    before = _current.set(who)
    try:
        yield who
    finally:
        _current.reset(before)
