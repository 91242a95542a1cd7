# SPDX-License-Identifier: EUPL-1.2
"""Beside a file stands what is published for its step, and the databank cannot tell which file that was."""

import re

import psycopg
import pytest
from django.conf import settings
from django.db import connections
from django.urls import reverse

from baken.closed.access.actions import open_dossier
from baken.closed.access.context import working_as
from baken.closed.access.parts import OPENERS
from baken.closed.access.reads import agencies_where
from baken.closed.knowledge import service, shelf
from baken.closed.knowledge.topics import topics
from baken.closed.legal import actions as legal
from baken.closed.legal import reads as law
from baken.core import clock
from baken.core.embedded import cluster

LEAD = ("case_manager", "team")
PLACES = ("law", "plan", "file")
_LINK = re.compile(r'<a href="([^"]+)" target="_blank" rel="noreferrer"[^>]*>')


@pytest.fixture
def lead(cast, signed_in):
    """Provide the case manager's client, who reads English."""
    client = signed_in(cast.person(*LEAD))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def links(answer):
    return _LINK.findall(answer.content.decode())


def address(place, file):
    return reverse(place, args=[file])


def test_each_page_shows_what_its_step_asks_for(cast, lead, shelved):
    with working_as(cast.person(*LEAD)):
        steps = {"law": law.law_of(cast.files["main"]).steps}
    for place in PLACES:
        answer = lead.get(address(place, cast.files["main"]))
        asked = {each for topic in topics().of(steps.get(place, ())) for each in topic.concepts}
        found = {link.rstrip("/").rpartition("/")[2] for link in links(answer)}
        assert found
        assert place != "law" or found >= asked & {each.concepts[0] for each in shelved}
        assert "Knowledge at hand" in answer.content.decode()


def test_a_report_shows_what_intake_asks_for(cast, signed_in, shelved):
    client = signed_in(cast.person("intake", "team"))
    answer = client.get(address("report", cast.files["main"]), headers={"accept-language": "en"})
    assert f"{settings.DATABANK}/artikelen/{topics().by_step['new-report'].concepts[0]}/" in links(answer)


def test_a_clock_leads_to_what_explains_it(cast, lead, shelved):
    file = cast.files["main"]
    with working_as(cast.person(*LEAD)):
        legal.record_event(dossier=file, event="decision_not_to_prosecute", on=clock.today())
    shown = lead.get(address("law", file)).content.decode()
    card = shown.partition("Complaint against non-prosecution")[2].partition("</article>")[0]
    assert f"{settings.DATABANK}/artikelen/{topics().by_step['rule:complaint'].concepts[0]}/" in card


def test_a_link_carries_nothing(cast, lead, shelved):
    """A link is the databank's address and a card's, as they are: no question, no file, no referrer."""
    known = {settings.DATABANK + card.address for card in shelved}
    for place in PLACES:
        answer = lead.get(address(place, cast.files["main"]))
        everything = set(re.findall(r'<a [^>]*href="([^"]+)"', answer.content.decode()))
        away = {each for each in everything if each.startswith("http")}
        assert away == set(links(answer))
        assert away <= known


@pytest.mark.parametrize("said", ["Nothing is published", "cannot be reached"])
@pytest.mark.usefixtures("nothing_held")
def test_without_the_databank_everything_else_works(cast, lead, monkeypatch, said):
    if said == "cannot be reached":
        monkeypatch.setitem(connections["bridge"].settings_dict, "PORT", "1")
        connections["bridge"].close()
    shelf.refresh()
    for place in PLACES:
        answer = lead.get(address(place, cast.files["main"]))
        assert answer.status_code == 200
        assert said in answer.content.decode()
        assert links(answer) == []


class Recording:
    """What the open door's server was asked, by whoever may read its log."""

    def __init__(self, copy):
        self.log = copy.home.run / "server.log"
        self.read = self.log.stat().st_size

    def asked(self):
        """Return what was logged since the last time, without when and by which process."""
        with self.log.open("rb") as file:
            file.seek(self.read)
            text = file.read().decode()
            self.read = file.tell()
        return [re.sub(r"^.*?\[\d+\] ", "", line) for line in text.splitlines() if "LOG:" in line or "DETAIL:" in line]


@pytest.fixture
def recording(cast, database_copy):
    """Let the server that has the databank write down everything that it is asked there."""
    with cluster.superuser(database_copy.home) as server:
        server.execute("ALTER DATABASE copy_bridge SET log_statement = 'all'")
        connections["bridge"].close()
        yield Recording(database_copy)
        server.execute("ALTER DATABASE copy_bridge RESET log_statement")


def test_the_databank_never_learns_which_file_was_open(cast, lead, shelved, recording, database_copy):
    """Two files at other steps: its log tells nothing of either, and what is read on the clock does not differ."""
    main, other = cast.files["main"], _another(cast)
    seen, told = [], []
    for file in (main, other):
        seen.append({place: links(lead.get(address(place, file))) for place in PLACES})
        told.append(recording.asked())
        service.once()
        told.append(recording.asked())
    (of_main, first, of_other, second) = told
    assert seen[0] != seen[1]
    assert of_main == of_other == []
    assert any("knowledge" in line for line in first)  # it does write down what is asked
    assert first == second
    with psycopg.connect(database_copy.bridge, autocommit=True) as again:
        again.execute("SELECT 'a file that somebody opened'")
    assert any("a file that somebody opened" in line for line in recording.asked())


def _another(cast):
    """Open another file that stands at another step of the law, and return it."""
    with working_as(cast.person(*LEAD)):
        file = open_dossier(agency=agencies_where(OPENERS)[0]).pk
        legal.record_event(dossier=file, event="reflection_period_granted", on=clock.today())
    return file
