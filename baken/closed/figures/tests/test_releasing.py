# SPDX-License-Identifier: EUPL-1.2
"""A figure is shared in the house, and leaves it by two people: nothing small with it, also beside what left before."""

import datetime

import pytest
from psycopg.errors import InsufficientPrivilege

from baken.bridge import figures as hatch
from baken.closed.access.rules import Refused
from baken.closed.figures import actions, reads, releasing
from baken.closed.figures.tests.desk import ANALYST, LEAD, MANAGER, OFFICER
from baken.tabulation.carrying import unpacked
from baken.tabulation.disclosure import Unsafe
from baken.tabulation.shapes import Words

THREE_ARE_OLDER = """
    UPDATE access_dossier SET opened_at = now() - interval '90 days'
    WHERE id IN (SELECT id FROM access_dossier WHERE agency_id = %s AND kind = 'case' LIMIT 3)
"""
METHOD = Words("Verzonnen telling", "Made-up count")


def asks(desk, question, who=ANALYST):
    with desk.working(who):
        return releasing.ask(question=question, method=METHOD).pk


def decides(desk, release, who=MANAGER, how=releasing.approve):
    with desk.working(who):
        return how(release=release)


def test_colleagues_see_what_is_shared_as_it_was_counted_then(desk):
    kept = desk.keeps("sex")
    with desk.working(LEAD):
        assert kept not in {each.pk for each in reads.questions(desk.agency)}
    with desk.working():
        actions.share(question=kept)
    before = desk.total()
    desk.owner.execute("UPDATE access_dossier SET opened_at = now() - interval '90 days' WHERE id = %s", [desk.file])
    with desk.working(LEAD):
        shown = reads.shown_of(reads.question(kept))
    assert shown.table.total == before == desk.total() + 1
    assert all(value is None or value >= 5 for value in shown.table.values.values())
    with desk.working(), pytest.raises(Refused):
        actions.share(question=kept)
    with desk.working():
        actions.put_away(question=kept)
    with desk.working(LEAD), pytest.raises(Refused):
        reads.question(kept)


def test_what_is_put_away_is_on_no_list(desk):
    kept = desk.keeps("sex")
    with desk.working():
        actions.put_away(question=kept)
        assert kept not in {each.pk for each in reads.questions(desk.agency)}
        with pytest.raises(Refused):
            reads.question(kept)


@pytest.mark.parametrize("who", [LEAD, MANAGER, OFFICER])
def test_whoever_is_no_analyst_keeps_shares_and_asks_nothing(desk, who):
    kept = desk.keeps("sex")
    for act in (actions.share, actions.put_away):
        with pytest.raises(Refused), desk.working(who):
            act(question=kept)
    with pytest.raises(Refused):
        asks(desk, kept, who)
    with pytest.raises(Refused):
        desk.keeps("outcome", who=who)


@pytest.mark.parametrize("dimensions", [(), ("sex", "age", "kind", "status")])
def test_a_question_has_one_to_three_dimensions(desk, dimensions):
    asked = desk.asked("cases", "sex")
    with desk.working(), pytest.raises(Refused):
        actions.save(
            agency=desk.agency, asked=asked.__class__("cases", dimensions, asked.first, asked.last), title=METHOD
        )


def test_two_people_release_and_then_everybody_reads_it(desk):
    release = asks(desk, desk.keeps("sex"))
    assert hatch.shown() == []
    made = decides(desk, release)
    (shown,) = hatch.shown()
    assert (shown.release, shown.slug, shown.method) == (release, made.slug, METHOD)
    assert shown.figure == unpacked(made.figure)
    assert shown.figure.threshold == 11
    assert all(value is None or value >= 11 for value in shown.figure.values.values())


def test_who_asked_does_not_release_and_who_releases_did_not_ask(desk):
    release = asks(desk, desk.keeps("sex"))
    for who in (ANALYST, LEAD):
        with pytest.raises(Refused):
            decides(desk, release, who)
    # An analyst who is a manager too is still who asked.
    desk.owner.execute(
        "INSERT INTO access_appointment (id, user_id, agency_id, role, since)"
        " VALUES (gen_random_uuid(), %s, %s, 'manager', now())",
        [desk.cast.person(*ANALYST), desk.agency],
    )
    with pytest.raises(Refused):
        decides(desk, release, ANALYST)
    assert hatch.shown() == []
    decides(desk, release, OFFICER)
    with pytest.raises(Refused):
        decides(desk, release, MANAGER)


def test_what_is_declined_is_seen_by_nobody_and_can_be_asked_again(desk):
    kept = desk.keeps("sex")
    decides(desk, asks(desk, kept), how=releasing.decline)
    assert hatch.shown() == []
    decides(desk, asks(desk, kept))
    assert len(hatch.shown()) == 1


def test_what_is_withdrawn_shows_no_number_and_stays_kept(desk):
    made = decides(desk, asks(desk, desk.keeps("sex")))
    with pytest.raises(Refused), desk.working(LEAD):
        releasing.withdraw(release=made.pk, why="Verzonnen reden")
    with pytest.raises(Refused), desk.working():
        releasing.withdraw(release=made.pk, why=" ")
    with desk.working():
        releasing.withdraw(release=made.pk, why="Verzonnen reden")
    assert hatch.shown() == []
    assert hatch.withdrawn(made.slug)
    with desk.working():
        assert made.pk in [each.pk for each in reads.releases(desk.agency)]
        # Whoever read it may have kept it.
        assert unpacked(made.figure) in reads.published(desk.agency)


def test_a_newer_release_takes_the_place_of_the_older(desk):
    kept = desk.keeps("sex")
    first = decides(desk, asks(desk, kept))
    second = decides(desk, asks(desk, kept))
    assert (second.slug, second.replaces_id) == (first.slug, first.pk)
    assert [each.release for each in hatch.shown()] == [second.pk]
    assert [each.release for each in hatch.releases(first.slug)] == [second.pk, first.pk]


def test_few_who_came_since_are_not_given_away_by_the_difference(desk):
    kept = desk.keeps("sex")
    first = decides(desk, asks(desk, kept))
    later = (
        "UPDATE access_dossier SET opened_at = now() - interval '90 days' WHERE id IN (SELECT id FROM access_dossier"
    )
    desk.owner.execute(later + " WHERE agency_id = %s AND kind = 'case' LIMIT 3)", [desk.agency])
    assert desk.total() == unpacked(first.figure).total - 3
    with pytest.raises(Unsafe):
        asks(desk, kept)


def test_what_waits_is_known_too(desk):
    one, other = desk.keeps("sex"), desk.keeps("sex")
    waits = asks(desk, one)
    desk.owner.execute(THREE_ARE_OLDER, [desk.agency])
    with pytest.raises(Unsafe):
        asks(desk, other)
    decides(desk, waits)
    assert len(hatch.shown()) == 1


def test_nothing_is_released_where_the_hatch_cannot_be_reached(desk, monkeypatch):
    release = asks(desk, desk.keeps("sex"))
    monkeypatch.setattr(releasing.hatch, "lay", _unreachable)
    with pytest.raises(ConnectionError):
        decides(desk, release)
    with desk.working():
        assert reads.release(release).approved is None


def _unreachable(release):
    raise ConnectionError(release.slug)


def test_each_step_is_logged(desk):
    made = decides(desk, asks(desk, desk.keeps("sex")))
    with desk.working():
        releasing.withdraw(release=made.pk, why="Verzonnen reden")
    found = desk.owner.execute(
        "SELECT user_id, facts ->> 'change' FROM audit_entry WHERE activity = 'release' ORDER BY at"
    ).fetchall()
    asker, decider = desk.cast.person(*ANALYST), desk.cast.person(*MANAGER)
    assert found == [(asker, "asked"), (decider, "approved"), (asker, "withdrawn")]


def test_too_few_are_not_released_and_it_says_what_can_be_done(desk):
    asked = desk.asked("cases", "sex")
    yesterday = asked.last - datetime.timedelta(days=1)
    with desk.working():
        kept = actions.save(
            agency=desk.agency, asked=asked.__class__("cases", ("sex",), asked.first, yesterday), title=METHOD
        ).pk
    with pytest.raises(Unsafe) as refusal:
        asks(desk, kept)
    assert "Choose a longer period" in refusal.value.reason.en


def test_what_is_shared_stays_as_it_was_shared(desk):
    kept = desk.keeps("sex")
    with desk.working():
        actions.share(question=kept)
    with pytest.raises(InsufficientPrivilege):
        desk.owner.execute("UPDATE figures_question SET shown = NULL, shown_at = NULL WHERE id = %s", [kept])


def test_one_who_came_is_not_given_away_by_sharing_again(desk):
    first, second = desk.keeps("sex"), desk.keeps("sex")
    with desk.working():
        actions.share(question=first)
        actions.put_away(question=first)
    desk.owner.execute("UPDATE access_dossier SET opened_at = now() - interval '90 days' WHERE id = %s", [desk.file])
    with desk.working(), pytest.raises(Unsafe):
        actions.share(question=second)


def test_what_was_declined_is_known_to_who_declined_it(desk):
    kept = desk.keeps("sex")
    decides(desk, asks(desk, kept), how=releasing.decline)
    desk.owner.execute("UPDATE access_dossier SET opened_at = now() - interval '90 days' WHERE id = %s", [desk.file])
    with pytest.raises(Unsafe):
        asks(desk, kept)


def test_dimensions_of_one_matter_do_not_stand_beside_each_other(desk):
    decides(desk, asks(desk, desk.keeps("waited")))
    with pytest.raises(Unsafe) as refusal:
        asks(desk, desk.keeps("reporter"))
    assert "the same matter" in refusal.value.reason.en
    with pytest.raises(Unsafe):
        asks(desk, desk.keeps("waited", "reporter"))


@pytest.mark.parametrize("dimension", ["lasted"])
def test_what_is_not_settled_is_not_released(desk, dimension):
    with pytest.raises(Unsafe) as refusal:
        asks(desk, desk.keeps(dimension))
    assert "not settled" in refusal.value.reason.en


def test_a_count_that_could_not_be_made_safe_is_in_the_log(desk):
    kept = desk.keeps("lasted")
    with desk.working():
        with pytest.raises(Unsafe):
            releasing.ask(question=kept, method=METHOD)
        with pytest.raises(Unsafe):
            actions.share(question=kept)
    assert desk.one("SELECT count(*) FROM audit_entry WHERE activity = 'count'") == 2


def test_a_figure_is_withdrawn_with_all_its_releases_and_what_waited_does_not_bring_it_back(desk):
    kept = desk.keeps("sex")
    first = decides(desk, asks(desk, kept))
    second = decides(desk, asks(desk, kept))
    third = asks(desk, kept)
    with desk.working():
        releasing.withdraw(release=first.pk, why="Verzonnen reden")
        with pytest.raises(Refused):
            releasing.withdraw(release=second.pk, why="Verzonnen reden")
    with pytest.raises(Unsafe) as refusal:
        decides(desk, third)
    assert "withdrawn after" in refusal.value.reason.en
    assert hatch.shown() == []
    decides(desk, third, how=releasing.decline)
    decides(desk, asks(desk, kept))
    assert len(hatch.shown()) == 1


def test_a_question_of_one_dimension_twice_or_of_countless_cells_is_none(desk):
    asked = desk.asked("cases", "sex")
    for dimensions, first in ((("sex", "sex"), asked.first), (("month", "age", "outcome"), datetime.date(2020, 1, 1))):
        with desk.working(), pytest.raises(Refused):
            actions.save(
                agency=desk.agency, asked=asked.__class__("cases", dimensions, first, asked.last), title=METHOD
            )
