# SPDX-License-Identifier: EUPL-1.2
import gzip
import threading
import time

import pytest

from baken.open.pagecache.keep import MARK
from baken.open.pagecache.store import Store
from baken.open.pagecache.wsgi import PageCache


class Site:
    """A small WSGI site that counts how often it is asked."""

    def __init__(self, headers=((MARK, "1"),), status="200 OK", seconds=0.0):
        self.headers, self.status, self.seconds = list(headers), status, seconds
        self.asked = 0

    def __call__(self, environ, start_response):
        time.sleep(self.seconds)
        self.asked += 1
        start_response(self.status, [*self.headers, ("Content-Type", "text/html")])
        return [f"{environ['PATH_INFO']} {self.asked}".encode()]


def ask(cache, path="/", **environ):
    seen = {}

    def start(status, headers, exc_info=None):
        seen.update(status=status, headers=dict(headers))

    seen["body"] = b"".join(cache({"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", **environ}, start))
    return seen


def cache_of(site, never=()):
    store = Store()
    store.heard(changed=True)
    return PageCache(site, store, never), store


def test_it_answers_twice_from_one_rendering():
    site = Site()
    cache, _ = cache_of(site)
    assert ask(cache)["body"] == ask(cache)["body"] == b"/ 1"
    assert site.asked == 1


@pytest.mark.parametrize(
    "site",
    [
        Site(headers=()),
        Site(status="404 Not Found"),
        Site(status="302 Found"),
        Site(headers=((MARK, "1"), ("Set-Cookie", "a=b"))),
    ],
    ids=["unmarked", "missing", "moved", "cookie"],
)
def test_it_keeps_nothing_it_was_not_told_to(site):
    cache, _ = cache_of(site)
    ask(cache)
    ask(cache)
    assert site.asked == 2


@pytest.mark.parametrize(
    "environ",
    [
        {"HTTP_COOKIE": "baken_session=x"},
        {"HTTP_AUTHORIZATION": "Bearer x"},
        {"REQUEST_METHOD": "POST"},
        {"QUERY_STRING": "on=" + "x" * 500},
        {"QUERY_STRING": "fbclid=1"},
    ],
    ids=["cookie", "authorization", "post", "long", "unasked"],
)
def test_it_neither_keeps_nor_gives_a_personal_answer(environ):
    site = Site()
    cache, _ = cache_of(site)
    ask(cache, **environ)
    ask(cache)
    assert ask(cache, **environ)["body"] == b"/ 3"


def test_it_keeps_addresses_hosts_and_parts_apart():
    site = Site()
    cache, _ = cache_of(site)
    variants = [{}, {"QUERY_STRING": "on=2012-01-01"}, {"HTTP_HOST": "b"}, {"HTTP_HX_REQUEST": "true"}]
    variants += [{"HTTP_X_FORWARDED_PROTO": "https"}]
    bodies = {ask(cache, **environ)["body"] for environ in variants}
    assert len(bodies) == len(variants)


def test_it_never_touches_an_address_that_is_never_kept():
    site = Site()
    cache, _ = cache_of(site, never=("/editors/",))
    ask(cache, "/editors/pages/")
    ask(cache, "/editors/pages/")
    assert site.asked == 2


def test_it_never_shows_the_mark():
    for environ in ({}, {"HTTP_COOKIE": "a=b"}):
        cache, _ = cache_of(Site())
        assert MARK not in ask(cache, **environ)["headers"]
        assert MARK not in ask(cache, **environ)["headers"]


def test_it_drops_everything_at_a_change():
    site = Site()
    cache, store = cache_of(site)
    ask(cache)
    store.heard(changed=True)
    assert ask(cache)["body"] == b"/ 2"


def test_it_compresses_for_who_asks_and_says_not_modified():
    cache, _ = cache_of(Site())
    packed = ask(cache, HTTP_ACCEPT_ENCODING="br, gzip")
    assert gzip.decompress(packed["body"]) == b"/ 1"
    assert packed["headers"]["Content-Encoding"] == "gzip"
    again = ask(cache, HTTP_IF_NONE_MATCH=packed["headers"]["ETag"])
    assert (again["status"], again["body"]) == ("304 Not Modified", b"")


def test_it_answers_head_without_a_body():
    cache, _ = cache_of(Site())
    ask(cache)
    head = ask(cache, REQUEST_METHOD="HEAD")
    assert (head["body"], head["headers"]["Content-Length"]) == (b"", "3")


def test_it_lets_one_render_while_others_wait():
    site = Site(seconds=0.05)
    cache, _ = cache_of(site)
    readers = [threading.Thread(target=ask, args=[cache]) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert site.asked == 1


def test_it_shares_a_rendering_that_could_not_be_kept():
    """Changes that follow each other faster than a page renders must not make every reader render."""
    _, store = cache_of(site := Site(seconds=0.05))
    busy = PageCache(lambda *request: (store.heard(changed=True), site(*request))[1], store)
    readers = [threading.Thread(target=ask, args=[busy]) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert site.asked <= 3


def test_it_gives_nobody_a_rendering_begun_before_he_came():
    _, store = cache_of(site := Site())
    busy = PageCache(lambda *request: (store.heard(changed=True), site(*request))[1], store)
    assert [ask(busy)["body"] for _ in range(2)] == [b"/ 1", b"/ 2"]
