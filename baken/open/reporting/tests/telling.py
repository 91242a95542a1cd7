# SPDX-License-Identifier: EUPL-1.2
"""Somebody who reports, step by step, as a browser without scripts does."""

import re
from html.parser import HTMLParser

from django.test import Client

ANSWERS = {
    "who": "worried",
    "danger": "no",
    "age": "minor",
    "words": "Verzonnen woorden: kanarie-in-het-verhaal",
    "where": "Verzonnen straat kanarie-plaats",
    "region": "NL-ZE",
    "reach": "kanarie-bereik 06-00000000",
}
WORK = {"who": "professional", "organisation": "Verzonnen school", "role": "mentor", "reach": "010", "informed": "no"}


class Fields(HTMLParser):
    """What a form on a page would send."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self._name = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "textarea":
            self._name = given["name"]
            self.sent[self._name] = ""
        if tag == "input" and given.get("type") in ("hidden", "text") and given.get("name"):
            self.sent[given["name"]] = given.get("value") or ""
        if tag == "input" and given.get("type") == "radio" and "checked" in given:
            self.sent[given["name"]] = given["value"]

    def handle_data(self, data):
        if self._name:
            self.sent[self._name] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.sent[self._name] = self.sent[self._name].removeprefix("\n")
            self._name = ""


def fields(response) -> dict[str, str]:
    """Return what the form of a page carries."""
    return Fields(response.content.decode()).sent


def walk(client: Client, answers: dict[str, str], files=(), address="/contact/"):
    """Fill in each step as it comes and return the last page."""
    response = client.get(address)
    for _ in range(4):
        carried = fields(response)
        asked = {name: value for name, value in answers.items() if f'name="{name}"' in response.content.decode()}
        sending = carried["step"] == "3"
        response = client.post(address, {**carried, **asked, "go": "next", **({"attached": files} if sending else {})})
    return response


def receipt(response) -> str:
    """Return the number that a page shows."""
    return "".join(re.findall(r"<span>(\d{4})</span>", response.content.decode()))
