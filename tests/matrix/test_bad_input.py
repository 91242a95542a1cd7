# SPDX-License-Identifier: EUPL-1.2
"""Input that nobody sends by mistake, at every form and every address: refused or answered, never an error of ours."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.cast import RELATIONS, ROLES
from tests.matrix.cells import Cell, Player, thinned
from tests.matrix.expectation import Line, lines
from tests.matrix.places import PLACES
from tests.matrix.someone import Someone

pytestmark = pytest.mark.matrix

LINES = [each for each in lines() if each.place != "account_logout"]
HUGE = 10 * 1024 * 1024
_UPLOAD = (
    b'--x\r\nContent-Disposition: form-data; name="text"; filename="../../x.svg"\r\n\r\n'
    b'<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>\r\n--x--\r\n'
)
VALUES = {
    "nothing": "",
    "NUL": "a\x00b",
    "control characters": "\x01\x1b[31m\x7f\r\nSet-Cookie: a=b",
    "right to left": "\u202eabc\u2066\u200f",
    "combining": "Z\u0351\u036b" * 300,
    "outside the plane": "\U0001f9ff\U000e0001\uffff",
    "huge number": "9" * 400,
    "negative": "-1",
    "floating": "1e400",
    "not a number": "NaN",
    "a day that is none": "2026-02-30",
    "year 0": "0000-00-00",
    "year 10000": "10000-01-01",
    "first day": "0001-01-01",
    "last day": "9999-12-31",
    "traversal": "../../../../etc/passwd",
    "traversal encoded": "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "formula": '=HYPERLINK("http://example.org","x")',
    "formula plus": "+1+cmd|' /C calc'!A0",
    "script": "<script>alert(1)</script>",
    "svg": '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "entities": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "template": "{{ 7*7 }}{% debug %}",
    "percent": "%s%n%(x)s%%",
    "quotes": "' OR '1'='1'; --",
    "long": "a" * 100_000,
    "key that is none": "00000000-0000-0000-0000-000000000000",
    "almost a key": "zzzzzzzz-0000-0000-0000-000000000000",
    "address": "a@b@c..d",
    "long address": "a" * 280 + "@example.org",
    "json": '{"a": {"$gt": ""}}',
}  # fmt: skip
BODIES: dict[str, tuple[bytes, str]] = {
    "no body": (b"", "application/x-www-form-urlencoded"),
    "bad UTF-8": (b"text=\xff\xfe%ff%fe&name=%C3%28&number=%ED%A0%80", "application/x-www-form-urlencoded"),
    "10 MB": (b"text=" + b"a" * HUGE, "application/x-www-form-urlencoded"),
    "many fields": (b"&".join(b"a%d=1" % each for each in range(5000)), "application/x-www-form-urlencoded"),
    "json": (b'{"text": "\\ud800"}', "application/json"),
    "multipart without a boundary": (b"--x\r\n\r\n", "multipart/form-data"),
    "multipart cut off": (b'--x\r\nContent-Disposition: form-data; name="text"\r\n', "multipart/form-data; boundary=x"),
    "unknown charset": (b"text=a", "application/x-www-form-urlencoded; charset=verzonnen"),
    "a file": (_UPLOAD, "multipart/form-data; boundary=x"),
}
QUESTIONS = ["page=%00", "page=9" * 50, "page=-1", "next=//example.org", "next=%00%ff", "a&a=&=a&&", "q=%ED%A0%80"]
HEADERS = {
    "a header with NUL": {"HTTP_USER_AGENT": "a\x00b", "HTTP_REFERER": "http://testserver/\x00"},
    "a header with bytes": {"HTTP_USER_AGENT": "\xff\xfe", "HTTP_ACCEPT_LANGUAGE": "xx-\xff;q=9"},
    "a long header": {"HTTP_USER_AGENT": "a" * 60_000, "HTTP_ACCEPT_LANGUAGE": "nl," * 9000},
    "another host": {"HTTP_HOST": "example.org"},
    "a host with a line": {"HTTP_HOST": "a\r\nb"},
    "a cookie": {"HTTP_COOKIE": "baken_closed_session=\x00; baken_closed_csrf=%ff; messages=a$b"},
    "an address": {"REMOTE_ADDR": "not an address \x00"},
}
WILD = [
    "/%00", "/%ff%fe", "/files/..%2f..%2fetc/", "/welcome/%00/", "/files/" + "a" * 9000 + "/", "//example.org/",
    "/files/%0d%0a/", "/account/second-factor/" + "9" * 400 + "/remove/", "/account/second-factor/-1/remove/",
    "/static/../secrets", "/?" + "a=b&" * 3000,
]  # fmt: skip


@pytest.fixture(scope="module")
def player(stage):
    return Player(stage)


def _insider(line: Line, method: str) -> tuple[str, str]:
    """Return who is let in there, so that what is sent reaches the form; a case manager on the team else."""
    names = [
        ("case_manager", "team"),
        ("manager", "same"),
        *((role, relation) for role in ROLES for relation in RELATIONS),
    ]
    allowed = (name for name in names if Cell(line, method, *name).expected == "in")
    return next(allowed, ("case_manager", "team"))


def _sent(form: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the good form with each field bad in each way, twice, and gone; and all fields bad."""
    for what, value in VALUES.items():
        yield f"all {what}", dict.fromkeys(form, value)
        for name in form if len(form) > 1 else ():
            yield f"{name}: {what}", form | {name: value}
    for name, good in form.items():
        yield f"{name}: twice", form | {name: [good, "x"]}
        yield f"{name}: gone", {key: value for key, value in form.items() if key != name}


def _fault(what: str, answer: HttpResponse) -> list[str]:
    return [f"{what}: {answer.status_code}"] if answer.status_code >= 500 else []


class Sender:
    """Somebody who sends bad things to one address, again and again from the same beginning."""

    def __init__(self, player: Player, line: Line, method: str) -> None:
        self.player, self.place = player, PLACES[line.place]
        self.who = Someone(player.stage, *_insider(line, method))
        self.address = reverse(line.url, kwargs=self.place.arguments(self.who))
        self.sent, self.faults = 0, []

    def send(self, what: str, **given: Any) -> None:
        """Send something and put back what it changed."""
        method = given.pop("method", "post")
        client: Client = self.player.client(self.who)
        self.player.stage.prepare(self.place.scene, self.who.words)
        address = given.pop("address", self.address)
        # A body goes out as it is: the test client itself would stumble over a charset that nobody knows.
        ask = partial(client.generic, "POST") if "content_type" in given else getattr(client, method)
        answer = ask(address, **given)
        self.sent += 1
        self.faults += _fault(what, answer)
        if self.sent % 20 == 0 or self.place.scene or self.player.stage.changes():
            self.player.again()


@pytest.mark.parametrize("line", [each for each in LINES if "POST" in each.methods], ids=lambda line: line.place)
@pytest.mark.parametrize("sampled", [True, pytest.param(False, marks=pytest.mark.long)], ids=["sample", "rest"])
def test_no_form_breaks(player, count, line, sampled):
    player.again()
    sender = Sender(player, line, "POST")
    form = dict(sender.place.form(sender.who)) or dict.fromkeys(
        ("code", "credential", "password", "again", "current", "session", "email", "login", "name"), "x"
    )
    cases = [(what, {"data": sent}) for what, sent in _sent(form)]
    cases += [(what, {"data": body, "content_type": kind}) for what, (body, kind) in BODIES.items()]
    for what, given in cases:
        if thinned(line.place, what, one_in=28) == sampled:
            sender.send(what, **given)
    player.again()
    count("bad input", cases=sender.sent, errors=len(sender.faults))
    assert sender.faults == []


@pytest.mark.parametrize("line", [each for each in LINES if "GET" in each.methods], ids=lambda line: line.place)
@pytest.mark.parametrize("sampled", [True, pytest.param(False, marks=pytest.mark.long)], ids=["sample", "rest"])
def test_no_page_breaks(player, count, line, sampled):
    player.again()
    sender = Sender(player, line, "GET")
    cases = [(question, {"address": f"{sender.address}?{question}"}) for question in QUESTIONS] + list(HEADERS.items())
    for what, given in cases:
        if thinned(line.place, what, one_in=28) == sampled:
            sender.send(what, method="get", **given)
    player.again()
    count("bad input", cases=sender.sent, errors=len(sender.faults))
    assert sender.faults == []


@pytest.mark.parametrize("kind", ["stranger", "case_manager"])
def test_no_address_breaks(player, count, kind):
    player.again()
    inside = player.client(Someone(player.stage, "case_manager", "team"))
    client = inside if kind == "case_manager" else Client(raise_request_exception=False)
    sends = [(address, method) for address in WILD for method in ("get", "post")]
    faults = [fault for address, method in sends for fault in _fault(address, getattr(client, method)(address))]
    sign_in = reverse("account_login")
    for what, value in VALUES.items():
        answer = Client(raise_request_exception=False).post(sign_in, {"login": value, "password": value})
        faults += _fault(f"sign-in {what}", answer)
        player.stage.forget_tries()
    count("bad input", cases=len(sends) + len(VALUES), errors=len(faults))
    assert faults == []
