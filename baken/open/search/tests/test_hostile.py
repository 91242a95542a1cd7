# SPDX-License-Identifier: EUPL-1.2
"""Whatever is asked, the page and the command answer, and read no more of it than a question may be long."""

import contextlib
import json

import pytest
from click.testing import CliRunner

from baken.core import doors
from baken.open.search import actions, forms
from baken.open.search.engine.parsing import LONGEST, read
from baken.open.search.tests.databank import article
from baken.verbs.searching import search as search_command

HOSTILE = {
    "a megabyte": "a" * 1_000_000,
    "ten thousand words": "licht " * 10_000,
    "ten thousand different words": " ".join(f"woord{n}" for n in range(10_000)),
    "misspelt words": " ".join(f"vuurtorem{chr(97 + n % 26)}" for n in range(2_000)),
    "references": "art. 273f lid 1 sub 1 Sr, " * 10_000,
    "numbers": "1 " * 100_000,
    "operators": 'licht AND (zee OR NOT "x) ^2 ~3 +a -b title_nl:x [a TO b] *:* key:cursor',
    "a nul": "licht\x00zee\x00",
    "marks of direction": "\u202elicht\u202c \u2067zee\u2069 \u200f",
    "a regex": "(a+)+$ ^(([a-z])+.)+[A-Z]([a-z])+$ .*.*.*.*",
    "a regex as last word": "licht.*",
    "half a surrogate": "licht \ud800",
    "quotes": '"' * 10_000,
    "minus": "-" * 10_000,
    "combining": "e" + "\u0301" * 50_000,
    "sql and html": "'; DROP TABLE x; -- <script>alert(1)</script> {{ 7*7 }} %s",
    "white space": " \t\n\r\u2028" * 10_000,
}


@pytest.fixture(autouse=True)
def databank(committed, monkeypatch):
    monkeypatch.setattr(doors, "open_door", contextlib.nullcontext)
    article("Vuurtoren", text="<p>Licht op zee, art. 273f Sr.</p>")
    actions.rebuild()


@pytest.mark.parametrize("name", HOSTILE)
def test_the_page_answers(client, name):
    for address in ("/search/", "/en/search/"):
        response = client.get(address, {"q": HOSTILE[name].encode("utf-8", "replace")})
        assert response.status_code == 200
        assert "<script>alert" not in response.content.decode().split("<body", 1)[1]


@pytest.mark.parametrize("name", HOSTILE)
def test_the_command_answers(name):
    result = CliRunner().invoke(search_command, ["--json", "--", HOSTILE[name]])
    assert result.exit_code == 0, result.output
    assert set(json.loads(result.output)) == {"query", "total", "milliseconds", "results"}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_more_is_read_than_a_question_may_be_long(name):
    question = forms.question(HOSTILE[name], {})
    assert len(question.text) <= LONGEST
    parsed = read(HOSTILE[name])
    assert len(parsed.words) + len(parsed.phrases) + len(parsed.unwanted) <= 40
    assert len(parsed.cited) <= 20
