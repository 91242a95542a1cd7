# SPDX-License-Identifier: EUPL-1.2
"""The figures as plain text: a table for each section, ratios beside them."""

from collections.abc import Mapping
from typing import Any

PEER = "plain Wagtail"
_FASTER, _P99, _VISIBLE = 10, 50, 5  # times, milliseconds, seconds
_TIMES = ("p50", "p95", "p99", "longest")


def machine(told: Mapping[str, str]) -> list[str]:
    """Return one line a property of the machine."""
    return [f"{name:<12} {value}" for name, value in told.items()]


def loads(figures: Mapping[str, Mapping[str, float]], peer: str = PEER) -> list[str]:
    """Return requests a second, latencies in milliseconds and how many times the peer's rate each is."""
    head = f"{'':<22}{'requests/s':>12}" + "".join(f"{name + ' ms':>12}" for name in _TIMES) + f"{'to peer':>12}"
    return [head, *(_load(name, each, figures[peer]) for name, each in figures.items())]


def _load(name: str, load: Mapping[str, float], peer: Mapping[str, float]) -> str:
    times = "".join(f"{load[time]:>12.1f}" for time in _TIMES)
    return f"{name:<22}{load['per_second']:>12.1f}{times}{load['per_second'] / peer['per_second']:>11.1f}x"


def qualities(figures: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return how good the answers are, from 0 to 1."""
    names = list(next(iter(figures.values())))
    head = f"{'':<22}" + "".join(f"{name:>12}" for name in names)
    return [head, *(f"{site:<22}" + "".join(f"{each[n]:>12.3f}" for n in names) for site, each in figures.items())]


def guard(figures: Mapping[str, Any]) -> list[str]:
    """Return what decrypting and logging cost a page, and how fast the log takes entries."""
    page, log = figures["page"], figures["log"]
    return [
        f"A file's page, {page['fields']} decrypted fields and {page['entries']} entries in the log, ten readers",
        *loads(page["loads"], "without"),
        f"The log, 8 writers; an entry was chained after {log['chained_after']:.1f} s at most",
        *(_rate(pause, rate) for pause, rate in log["rates"].items()),
    ]


def _rate(pause: str, rate: Mapping[str, float]) -> str:
    told = f"{rate['ours']:.0f} entries/s, {rate['under_a_lock']:.0f} where each writer chains under a lock"
    return f"transactions that go on for {pause} ms: {told}"


def targets(article: Mapping[str, Any]) -> list[str]:
    """Return whether each target holds, in words."""
    loads = article["loads"]
    cached, uncached = loads["ours, cached"], loads["ours, uncached"]
    longest = max(cached["p99"], loads["ours, published"]["p99"])
    seen, plain = article["visible_after"]["longest"], loads[PEER]["per_second"]
    told = {
        f"cached at least {_FASTER} times plain Wagtail": cached["per_second"] >= _FASTER * plain,
        f"cached p99 under {_P99} ms, also while published ({longest:.1f} ms)": longest < _P99,
        "uncached not slower than plain Wagtail": uncached["per_second"] >= plain,
        f"a change visible within {_VISIBLE} s ({seen:.2f} s)": seen < _VISIBLE,
    }
    return [f"{'holds ' if holds else 'MISSED'}  {name}" for name, holds in told.items()]


def whole(figures: Mapping[str, Any]) -> str:
    """Return everything as one text."""
    article, visible, law = figures["article"], figures["article"]["visible_after"], figures["import"]
    pages = ", ".join(f"{name} {page['size']} bytes, {page['links']} links" for name, page in article["pages"].items())
    parts = [
        ["The machine", *machine(figures["machine"])],
        ["Search over the same documents, ten readers", *loads(figures["search"]["loads"])],
        ["Quality on known items", *qualities(figures["search"]["quality"])],
        [f"One article, ten readers: {pages}", *loads(article["loads"])],
        [f"A change was visible after {visible['longest']:.2f} s at most, {visible['mean']:.2f} s on average"],
        ["Targets", *targets(article)],
        guard(figures["guard"]),
        ["Import of law into an empty database", *(f"{name:<12} {value:.1f}" for name, value in law.items())],
    ]
    return "\n\n".join("\n".join(part) for part in parts)
