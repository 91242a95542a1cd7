# SPDX-License-Identifier: EUPL-1.2
"""What everybody may read lies in the hatch within a second, and what goes is gone; nothing else ever lies there."""

import datetime

import psycopg
import pytest
from django.contrib.auth.models import Group
from django.db import connection
from wagtail.models import PageViewRestriction

from baken.bridge.models import Knowledge
from baken.open.articles.models import Citation
from baken.open.offering import actions
from baken.open.offering.following import Round
from baken.open.offering.models import Followed
from baken.open.search.tests.databank import act, article, concept, home, restrict

pytestmark = pytest.mark.usefixtures("committed")
OLD, NEW = datetime.date(2000, 1, 1), datetime.date(2010, 1, 1)


def titles():
    return sorted(Knowledge.objects.values_list("title", flat=True))


def test_an_article_lies_there_with_what_it_is_about_and_stands_on():
    work = act("BWBR9990001", "Wet vuurtorens", {})
    page = article("Vuurtoren", concepts=[concept("c900", nl="licht"), concept("9", scheme="elders", nl="lamp")])
    page.citations.add(Citation(work=work, provision="artikel/1", note="een notitie"))
    page.save_revision().publish()
    actions.follow()
    card = Knowledge.objects.get()
    assert (card.kind, card.language, card.title, card.summary) == ("article", "nl", "Vuurtoren", "Over Vuurtoren.")
    assert (card.concepts, card.citations) == (["c900"], ["bwb/BWBR9990001/artikel/1"])
    assert card.address == page.url
    assert card.thing == f"page:{page.pk}"


def test_a_draft_lies_there_once_it_is_published_and_no_longer_than_that():
    page = article("Concept", live=False)
    actions.fill()
    assert titles() == []
    page.save_revision().publish()
    actions.follow()
    page.title = "Nog niet klaar"
    page.save_revision()
    actions.follow()
    assert titles() == ["Concept"]
    page.refresh_from_db()
    page.unpublish()
    actions.follow()
    assert titles() == []


@pytest.mark.parametrize("place", ["page", "home"])
@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.GROUPS, PageViewRestriction.PASSWORD])
def test_what_is_not_for_everybody_is_taken_away_and_comes_back(place, kind):
    page = article("Achter een groep")
    actions.fill()
    groups = [Group.objects.create(name="Verzonnen groep")] if kind == PageViewRestriction.GROUPS else []
    made = restrict(page if place == "page" else home(), kind, *groups)
    actions.follow()
    assert titles() == []
    made.delete()
    actions.follow()
    assert titles() == ["Achter een groep"]
    page.delete()
    actions.follow()
    assert titles() == []


def test_a_provision_lies_there_as_its_act_has_it_now():
    work = act(
        "BWBR9990001", "Wet vuurtorens",
        {OLD: {"artikel/1": "oud licht", "artikel/2": "olie"}, NEW: {"artikel/1": "nieuw licht"}},
    )  # fmt: skip
    actions.fill()
    card = Knowledge.objects.get()
    assert (card.kind, card.title, card.summary) == ("provision", "Artikel 1, Wet vuurtorens", "nieuw licht")
    assert (card.citations, card.updated) == (["bwb/BWBR9990001/artikel/1"], NEW)
    work.delete()
    actions.follow()
    assert titles() == []


def test_it_lays_whole_what_somebody_took_away_and_writes_nothing_twice():
    article("Vuurtoren")
    article("Lichtschip")
    rounds = Round()
    rounds()
    assert titles() == ["Lichtschip", "Vuurtoren"]
    assert (actions.fill(), actions.follow()) == (0, 0)
    Knowledge.objects.filter(title="Vuurtoren").delete()
    Knowledge.objects.update(address="/elders/")
    rounds()
    assert titles() == ["Lichtschip"]
    Round()()
    assert titles() == ["Lichtschip", "Vuurtoren"]
    assert not Knowledge.objects.filter(address="/elders/").exists()


def test_a_database_that_was_put_back_is_laid_whole():
    actions.fill()
    Followed.objects.update(origin="another", place=2**60)
    article("Vuurtoren")
    actions.follow()
    assert titles() == ["Vuurtoren"]
    assert Followed.objects.get().place < 2**60


def test_it_follows_from_one_process_at_a_time(committed):
    article("Vuurtoren")
    with psycopg.connect(committed.address("runtime")) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [actions._LOCK])
        assert actions.follow() == 0
    assert actions.follow() == 1


def test_it_outlives_a_round_that_fails(monkeypatch, caplog):
    def fails():
        raise OSError("the disk is full")

    rounds = Round()
    with monkeypatch.context() as patch:
        patch.setattr(actions, "fill", fails)
        rounds()
    assert "the disk is full" in caplog.text
    assert connection.connection is None
    article("Vuurtoren")
    rounds()
    assert titles() == ["Vuurtoren"]
