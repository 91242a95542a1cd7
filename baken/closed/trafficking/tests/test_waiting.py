# SPDX-License-Identifier: EUPL-1.2
"""Today says in which files of one's own somebody looks again at how safe she is: once, to who may read it, logged."""

import datetime

import psycopg
import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from baken.closed.access.actions import open_dossier
from baken.closed.access.context import working_as
from baken.closed.access.models import Dossier
from baken.closed.audit.models import Entry
from baken.closed.casework.mine import my_open_files
from baken.closed.trafficking import actions
from baken.closed.trafficking.tests.desk import LEAD, LIAISON, OFFICER, SHELTER
from baken.closed.trafficking.waiting import waiting
from baken.core.clock import today


@pytest.fixture
def level(cast):
    """Return how to write down a level of a file, some days ago, to be looked at again some days from now."""

    def level(ahead, ago=9, file=cast.files["main"], who=LEAD):
        days = {"on": today() - datetime.timedelta(days=ago), "review_on": today() + datetime.timedelta(days=ahead)}
        with working_as(cast.person(*who)):
            actions.write_level(dossier=file, level="orange", measures=[], words="Verzonnen reden", **days)

    return level


def told(cast, who=LEAD):
    with working_as(cast.person(*who)):
        return [(each.dossier.pk, each.is_late) for each in waiting(my_open_files())]


def test_it_is_said_from_its_day_on_until_somebody_looked_again(cast, level):
    main = cast.files["main"]
    for ahead, ago, said in ((1, 9, []), (0, 8, [(main, False)]), (-1, 7, [(main, True)]), (30, 0, [])):
        level(ahead, ago)
        assert told(cast) == said


def test_whoever_works_with_her_is_told_and_nobody_else(cast, level):
    level(0)
    assert told(cast, SHELTER) == [(cast.files["main"], False)]
    for who in (LIAISON, OFFICER, ("case_manager", "same"), ("case_manager", "consent"), ("manager", "same")):
        assert told(cast, who) == []


def test_of_closed_files_nothing_is_said(cast, level, committed):
    level(0)
    with psycopg.connect(committed.address("owner"), autocommit=True) as owner:
        owner.execute("UPDATE access_dossier SET closed_at = now() WHERE id = %s", [cast.files["main"]])
    assert told(cast) == []


def test_the_list_is_logged(cast, level):
    level(0)
    told(cast)
    with working_as(cast.person(*OFFICER)):
        listed = Entry.objects.filter(activity="list", kind="safety").latest("at")
    assert (listed.part, listed.objects_touched) == ("identity", [str(cast.files["main"])])


def test_it_stands_on_todays_page(cast, level, signed_in):
    level(-1)
    page = signed_in(cast.person(*LEAD)).get("/", HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "look again, since" in page


def test_it_asks_as_often_for_more_files(cast, level):
    level(0)
    few = asked(cast)
    with working_as(cast.person(*LEAD)):
        agency = Dossier.objects.get(pk=cast.files["main"]).agency_id
        more = [open_dossier(agency=agency).pk for _ in range(3)]
    for file in more:
        level(0, file=file)
    assert asked(cast) == few
    assert len(told(cast)) == 4


def asked(cast):
    with CaptureQueriesContext(connection) as files, CaptureQueriesContext(connections["keys"]) as keys:
        told(cast)
    return len(files), len(keys)
