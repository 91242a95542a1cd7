# SPDX-License-Identifier: EUPL-1.2
"""An editor who publishes an article every second: `python -m bench.publisher SLUG URL SECONDS`.

Prints, as JSON, after how many seconds readers of URL saw each change.
"""

import json
import sys
import time
import urllib.request

import django

_LOOKS_EVERY, _GIVES_UP = 0.02, 20.0


def publish(slug: str, mark: str) -> None:
    """Publish the article with a mark in its summary, as Wagtail's editor does."""
    from baken.open.articles.models import ArticlePage  # noqa: PLC0415 - Django must be set up first

    page = ArticlePage.objects.get(slug=slug)
    page.summary = f"{page.summary.split(' [')[0]} [{mark}]"
    page.save_revision().publish()


def seconds_until_seen(url: str, mark: str) -> float:
    """Return how long a reader went on without seeing the mark; infinity where it never came."""
    begun = time.monotonic()
    while time.monotonic() - begun < _GIVES_UP:
        with urllib.request.urlopen(url, timeout=_GIVES_UP) as answer:  # noqa: S310 - our own loopback address
            if f"[{mark}]".encode() in answer.read():
                return time.monotonic() - begun
        time.sleep(_LOOKS_EVERY)
    return float("inf")


def run(slug: str, url: str, seconds: int) -> list[float]:
    """Publish once a second for so many seconds; return the delays in seconds."""
    begun, delays = time.monotonic(), []
    for number in range(seconds):
        time.sleep(max(0.0, begun + number - time.monotonic()))
        publish(slug, f"edition {number}")
        delays.append(seconds_until_seen(url, f"edition {number}"))
    return delays


if __name__ == "__main__":
    django.setup()
    print(json.dumps(run(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
