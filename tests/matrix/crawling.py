# SPDX-License-Identifier: EUPL-1.2
"""Following every link and every form that is sent by GET, as one of the cast, and what is looked for in answers."""

import base64
import re
from collections.abc import Iterator
from urllib.parse import quote, urljoin, urlsplit

from django.http import HttpResponse
from django.test import Client

from tests.cast import CANARIES, canary

_LINK = re.compile(r'<a\s[^>]*?href="([^"]+)"')
_FORM = re.compile(r'<form\s[^>]*?method="get"[^>]*?action="([^"]+)"')
_MOST = 400  # pages for one person


def forms_of(text: str) -> set[bytes]:
    """Return a text in every form in which it could be read: plain, in an address, as hexadecimal, in base 64."""
    raw = text.encode()
    found = {raw, quote(text).encode(), raw.hex().encode()}
    for shift in range(3):
        # However it stands within a longer text: the middle of its base 64, which its neighbours cannot change.
        found.add(base64.b64encode(b"\0" * shift + raw)[4:-4])
    return found


MARKS = {name: forms_of(canary(name)) for name in CANARIES}


def found_in(material: bytes) -> list[str]:
    """Return the names of the unique texts that can be read in some bytes."""
    return [name for name, forms in MARKS.items() if any(each in material for each in forms)]


def of(answer: HttpResponse) -> bytes:
    """Return all of an answer: its status line's words, its headers, its cookies, its body."""
    head = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{answer.reason_phrase}\n{head}\n{answer.cookies.output()}\n".encode() + answer.content


def crawl(client: Client, starts: list[str]) -> Iterator[tuple[str, HttpResponse]]:
    """Yield every page that can be reached from some addresses by links and by forms that are sent by GET."""
    waiting, known = list(starts), set(starts)
    while waiting and len(known) < _MOST:
        address = waiting.pop(0)
        answer = client.get(address)
        yield address, answer
        new = [each for each in _onward(address, answer) if each not in known]
        known.update(new)
        waiting += new


def _onward(address: str, answer: HttpResponse) -> list[str]:
    text = answer.content.decode(errors="replace") if "text/html" in answer.headers.get("Content-Type", "") else ""
    links = [*_LINK.findall(text), *_FORM.findall(text), answer.headers.get("Location", "")]
    paths = (urljoin(address, each.replace("&amp;", "&")) for each in links if each)
    return list(dict.fromkeys(each.split("#")[0] for each in paths if not urlsplit(each).netloc))
