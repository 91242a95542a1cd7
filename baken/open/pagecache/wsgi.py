# SPDX-License-Identifier: EUPL-1.2
"""Stands in front of the open door's application and answers what it has kept."""

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from baken.open.pagecache.keep import MARK
from baken.open.pagecache.store import Answer, Headers, Store

# A reader has no cookie and no account; whoever brings one is served afresh.
_PERSONAL = ("HTTP_COOKIE", "HTTP_AUTHORIZATION")
# What else an answer may depend on: how the reader reached us, and whether htmx asks for a part.
_AROUND = ("wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO", "HTTP_HOST", "HTTP_HX_REQUEST")
# What our pages can be asked; an address with anything else is answered, but would only fill the memory.
_ASKED = {"on", "text", "kind", "page"}
_REPLACED = {"content-length", "cache-control", "vary"}
_LONGEST_ADDRESS = 500
_LOCKS = 64


class PageCache:
    """A WSGI application that keeps the marked answers of another.

    One thread renders a page; others who ask for the same page meanwhile wait for it. Addresses that
    begin with one of ``never`` go straight through.
    """

    def __init__(self, application: WSGIApplication, store: Store, never: tuple[str, ...] = ()) -> None:
        self._application = application
        self._store = store
        self._never = never
        self._locks = [threading.Lock() for _ in range(_LOCKS)]
        self._latest: list[tuple[str, float, Answer] | None] = [None] * _LOCKS

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer from memory where that is allowed, else let the application answer."""
        key = None if environ.get("PATH_INFO", "").startswith(self._never) else _key(environ)
        if key is None:
            return self._pass_on(environ, start_response)
        if answer := self._store.get(key):
            return _give(answer, environ, start_response)
        arrived = time.monotonic()
        with self._locks[hash(key) % _LOCKS]:
            if answer := self._store.get(key) or self._rendered_since(key, arrived):
                return _give(answer, environ, start_response)
            return self._render(key, environ, start_response)

    def _rendered_since(self, key: str, arrived: float) -> Answer | None:
        """Return an answer whose rendering began after this reader came: no older than one of his own.

        While somebody publishes, changes follow each other faster than pages render, and nothing is
        kept; without this every waiting reader would render for himself, one after another.
        """
        latest = self._latest[hash(key) % _LOCKS]
        return latest[2] if latest and latest[0] == key and latest[1] >= arrived else None

    def _pass_on(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def unmarked(status: str, headers: Headers, *rest: Any) -> Callable[[bytes], object]:
            return start_response(status, _unmarked(headers), *rest)

        return self._application(environ, unmarked)

    def _render(self, key: str, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        generation, begun = self._store.generation, time.monotonic()
        method = environ["REQUEST_METHOD"]
        status, headers, body = _collect(self._application, environ)
        if method != "GET" or not _may_be_kept(status, headers):
            start_response(status, _unmarked(headers))
            return [body]
        answer = Answer.of(status, _unmarked(headers), body)
        self._store.put(key, answer, generation)
        self._latest[hash(key) % _LOCKS] = (key, begun, answer)
        return _give(answer, environ, start_response)


def _unmarked(headers: Headers) -> Headers:
    return [pair for pair in headers if pair[0].lower() != MARK.lower()]


def _key(environ: WSGIEnvironment) -> str | None:
    """Return what an answer may depend on, or None for a request that is not a plain reader's."""
    path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    personal = any(environ.get(name) for name in _PERSONAL)
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} or personal or len(path) + len(query) > _LONGEST_ADDRESS:
        return None
    if query and any(part.partition("=")[0] not in _ASKED for part in query.split("&")):
        return None
    return "\n".join([*(environ.get(name, "") for name in _AROUND), path, query])


def _may_be_kept(status: str, headers: Headers) -> bool:
    names = {name.lower() for name, _ in headers}
    return status.startswith("200") and MARK.lower() in names and "set-cookie" not in names


def _collect(application: WSGIApplication, environ: WSGIEnvironment) -> tuple[str, Headers, bytes]:
    """Run the application to its end and return the whole answer."""
    begun: list[tuple[str, Headers]] = []
    written: list[bytes] = []

    def start(status: str, headers: Headers, exc_info: Any = None) -> Callable[[bytes], object]:
        begun[:] = [(status, headers)]
        return written.append

    parts = application(environ, start)
    try:
        written.extend(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    return *begun[0], b"".join(written)


def _give(answer: Answer, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Hand out an answer: unchanged, compressed, or as "not modified"."""
    packed = "gzip" in environ.get("HTTP_ACCEPT_ENCODING", "")
    body = answer.packed if packed else answer.body
    headers = [pair for pair in answer.headers if pair[0].lower() not in _REPLACED]
    headers += [("ETag", answer.etag), ("Cache-Control", "no-cache"), ("Vary", "Accept-Encoding, Cookie, HX-Request")]
    if environ.get("HTTP_IF_NONE_MATCH") == answer.etag:
        start_response("304 Not Modified", headers)
        return []
    headers += [("Content-Encoding", "gzip")] if packed else []
    start_response(answer.status, [*headers, ("Content-Length", str(len(body)))])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
