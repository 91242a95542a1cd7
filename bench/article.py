# SPDX-License-Identifier: EUPL-1.2
"""One article, read by ten readers: ours rendered, kept, and kept while it is published; plain Wagtail rendered."""

import json
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from bench import server, wrk
from bench.stage import Stage, python, run

SECONDS = 8
_LINK_SIZE = 42  # bytes of one link in the peer's footer
_ALIKE = 0.10  # the peer's page may differ so much in size


@dataclass(frozen=True)
class Page:
    """What a page weighs: bytes of html, and links."""

    size: int
    links: int


def compare(stage: Stage, slug: str, path: str) -> dict[str, object]:
    """Measure all four ways; raises RuntimeError where the two pages do not weigh alike."""
    _balance(stage, slug, path)
    peer, theirs = _plain(stage, path)
    uncached, own = _read(stage, "bench.uncached:application", path)
    check_alike(own, theirs)
    cached, _ = _read(stage, "baken.wsgi_open:application", path)
    published, delays = _while_published(stage, slug, path)
    loads = {"plain Wagtail": peer, "ours, uncached": uncached, "ours, cached": cached, "ours, published": published}
    pages = {"ours": asdict(own), "plain Wagtail": asdict(theirs)}
    return {
        "loads": {name: asdict(load) for name, load in loads.items()},
        "pages": pages,
        "visible_after": {"publishes": len(delays), "longest": max(delays), "mean": sum(delays) / len(delays)},
    }


def _balance(stage: Stage, slug: str, path: str) -> None:
    """Give the peer's footer what it lacks in links and bytes, so that both pages weigh alike."""
    with server.serving("bench.uncached:application", environment=stage.ours) as address:
        own = weigh(address + path)
    with server.serving("bench.plain.wsgi:application", environment=stage.peer) as address:
        theirs = weigh(address + path)
    links = max(0, own.links - theirs.links)
    lacking = max(0, own.size - theirs.size - links * _LINK_SIZE)
    file = stage.folder / "balance.json"
    file.write_text(json.dumps({"slug": slug, "links": links, "bytes": lacking}), encoding="utf-8")
    run(python("bench.plain.fill", "balance", str(file)), stage.peer)


def _plain(stage: Stage, path: str) -> tuple[wrk.Load, Page]:
    with server.serving("bench.plain.wsgi:application", environment=stage.peer) as address:
        return wrk.measure(address + path, seconds=SECONDS), weigh(address + path)


def _read(stage: Stage, target: str, path: str) -> tuple[wrk.Load, Page]:
    with server.serving(target, environment=stage.ours) as address:
        return wrk.measure(address + path, seconds=SECONDS), weigh(address + path)


def _while_published(stage: Stage, slug: str, path: str) -> tuple[wrk.Load, list[float]]:
    with server.serving("baken.wsgi_open:application", environment=stage.ours) as address:
        with _publishing(stage, slug, address + path) as publisher:
            load = wrk.measure(address + path, seconds=SECONDS)
            told, _ = publisher.communicate(timeout=120)
        return load, json.loads(told)


@contextmanager
def _publishing(stage: Stage, slug: str, url: str) -> Iterator[subprocess.Popen[str]]:
    """Publish once a second, beside the server on its core, through warm-up and measurement."""
    words = ["taskset", "-c", str(server.CORE), *python("bench.publisher", slug, url, str(SECONDS + 2))]
    publisher = subprocess.Popen(words, env=stage.ours, stdout=subprocess.PIPE, text=True)
    try:
        yield publisher
    finally:
        publisher.kill()
        publisher.wait()


def weigh(url: str) -> Page:
    """Fetch a page and weigh it."""
    with urllib.request.urlopen(url, timeout=30) as answer:  # noqa: S310 - our own loopback address
        body = answer.read()
    return Page(len(body), body.count(b"<a "))


def check_alike(ours: Page, theirs: Page) -> None:
    """Raise RuntimeError unless both have the same number of links and nearly the same size."""
    if ours.links != theirs.links or abs(theirs.size / ours.size - 1) > _ALIKE:
        raise RuntimeError(f"the pages do not weigh alike: ours {ours}, plain Wagtail {theirs}")
