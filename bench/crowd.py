# SPDX-License-Identifier: EUPL-1.2
"""People at work behind the closed door at once: each asks for a page, reads it for a while, asks for the next."""

import http.client
import random
import threading
import time
import urllib.parse
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

READS_FOR = (2.0, 6.0)  # seconds on a page
_SESSION, _CSRF = "baken_closed_session", "baken_closed_csrf"
_OK, _FOUND = 200, 302
# What people do, and how often: mostly reading files, from today's page.
_ACTS = {"today": 5, "case": 7, "list": 3, "search": 2, "note": 3}
_CLOSED_ONE = 0.2  # how often somebody looks at a file that is closed


@dataclass
class Browser:
    """Somebody who signed in, with her cookies."""

    address: str
    session: str
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        place = urllib.parse.urlsplit(self.address)
        self.line = http.client.HTTPConnection(place.hostname or "", place.port, timeout=60)
        self.cookies[_SESSION] = self.session

    def ask(self, path: str, form: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Ask for a page, or send a form; return the status and the page."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if form is not None:
            body = urllib.parse.urlencode({**form, "csrfmiddlewaretoken": self.cookies.get(_CSRF, "")})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request("GET" if form is None else "POST", path, body, headers)
        answer = self.line.getresponse()
        page = answer.read().decode()
        # Who reads for seconds finds her line closed, now and then just as she asks.
        self.line.close()
        for given in answer.headers.get_all("Set-Cookie") or []:
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(given).items()}
        return answer.status, page


@dataclass
class Worker:
    """One of the crowd: her browser, her files, and how long each of her pages took, in milliseconds."""

    browser: Browser
    open: Sequence[str]
    closed: Sequence[str]
    chance: random.Random
    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def work(self, until: float) -> None:
        """Go on until a moment."""
        acts = {
            "case": self._case,
            "list": self._list,
            "search": self._search,
            "note": self._note,
            "today": self._today,
        }
        time.sleep(self.chance.uniform(0, READS_FOR[1]))
        while time.monotonic() < until:
            (name,) = self.chance.choices(list(_ACTS), list(_ACTS.values())) if self.open else ("today",)
            self._timed(name if self.open else "today, who manages", acts[name])
            time.sleep(self.chance.uniform(*READS_FOR))

    def look(self) -> None:
        """Ask for every page once, before it counts."""
        for act in (self._today, *((self._list, self._case) if self.open else ())):
            act()

    def _timed(self, name: str, act: Callable[[], None]) -> None:
        began = time.perf_counter()
        act()
        self.times[name].append((time.perf_counter() - began) * 1000)

    def _today(self) -> None:
        self._expect(self.browser.ask("/"), _OK, "</html>")

    def _case(self) -> None:
        files = self.closed if self.closed and self.chance.random() < _CLOSED_ONE else self.open
        self._expect(self.browser.ask(f"/files/{self.chance.choice(files)}/"), _OK, "Verzonnen notitie")

    def _list(self) -> None:
        self._expect(self.browser.ask("/files/"), _OK, "/files/")

    def _search(self) -> None:
        words = self.chance.choice(("advocaat", "opvang school", "ziekenhuis"))
        self._expect(self.browser.ask("/files/search/", {"words": words}), _OK, "</html>")

    def _note(self) -> None:
        form = {"part": "notes", "kind": "talk", "text": "Verzonnen notitie van de meting."}
        self._expect(self.browser.ask(f"/files/{self.chance.choice(self.open)}/notes/", form), _FOUND, "")

    def _expect(self, answer: tuple[int, str], status: int, words: str) -> None:
        if answer[0] != status or words not in answer[1]:
            raise RuntimeError(f"answered with {answer[0]} and {len(answer[1])} characters")


def at_work(address: str, people: Sequence[Mapping[str, Any]], seconds: float) -> dict[str, list[float]]:
    """Let all of them work at once for some seconds; return how long each kind of page took."""
    workers = [
        Worker(Browser(address, each["session"]), each["open"], each["closed"], random.Random(number))  # noqa: S311
        for number, each in enumerate(people)
    ]
    for each in workers:
        each.look()
    failed: list[BaseException] = []
    threads = [threading.Thread(target=_caught, args=(each, time.monotonic() + seconds, failed)) for each in workers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise RuntimeError(f"{len(failed)} of {len(workers)} people met an error") from failed[0]
    return {name: [took for each in workers for took in each.times[name]] for name in _names(workers)}


def _caught(worker: Worker, until: float, failed: list[BaseException]) -> None:
    try:
        worker.work(until)
    except (OSError, RuntimeError, http.client.HTTPException) as error:
        failed.append(error)


def _names(workers: Sequence[Worker]) -> list[str]:
    return sorted({name for each in workers for name in each.times})
