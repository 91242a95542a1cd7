# SPDX-License-Identifier: EUPL-1.2
"""The next step is always somebody's or said to be nobody's; a handover changes nothing until it is accepted."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connections, transaction

from baken.closed.access.rules import Refused
from baken.closed.casework import reads as casework
from baken.closed.plan import leading, leads
from baken.closed.plan.models import Handover, Lead
from baken.closed.plan.tests.desk import INTAKE, LEAD, MANAGER, OFFICER, OTHER, RECEIVER, SHELTER, THERAPIST

NO_RECEIVER = [
    ("therapist", "same"), ("manager", "same"), ("case_manager", "none"), ("case_manager", "post_ended"),
    ("case_manager", "inactive"), ("case_manager", "post_later"), LEAD,
]  # fmt: skip


def led(desk):
    """Return whom the rows say to have led the file, and who does now."""
    with desk.working(INTAKE):
        return [each.user_id for each in Lead.objects.filter(dossier=desk.file).order_by("since")]


def test_who_opened_the_file_leads_it_until_it_is_handed_over(desk):
    assert (desk.lead(), led(desk)) == (desk.key(LEAD), [])
    desk.accept(desk.offer())
    assert (desk.lead(), led(desk)) == (desk.key(RECEIVER), [desk.key(RECEIVER)])


@pytest.mark.parametrize("end", ["place", "post", "account"])
def test_who_works_there_no_more_leads_it_no_more(desk, end):
    lead = desk.key(LEAD)
    desk.owner.execute(
        {
            "place": "UPDATE access_teamplace SET until = now() WHERE user_id = %s",
            "post": "UPDATE access_appointment SET until = now() WHERE user_id = %s",
            "account": "UPDATE accounts_user SET is_active = false WHERE id = %s",
        }[end],
        [lead],
    )
    assert desk.lead() is None
    assert desk.cast.files["main"] in desk.today(INTAKE).mine


def test_nothing_changes_until_it_is_accepted(desk):
    task, offer = desk.task(), desk.offer()
    assert desk.lead() == desk.key(LEAD)
    assert desk.place(RECEIVER) is None
    with pytest.raises(Refused), desk.working(RECEIVER):
        casework.file(desk.file)
    assert desk.plan().loose[0].task.owner_id == desk.key(LEAD)
    desk.accept(offer)
    assert desk.place(RECEIVER).given_by_id == desk.key(LEAD)
    assert [each.task.pk for each in desk.plan(RECEIVER).loose if each.mine] == [task.pk]


def test_before_accepting_she_sees_the_number_who_offers_and_the_words_and_no_more(desk):
    offer = desk.offer(words="Verzonnen woorden vooraf")
    with desk.working(RECEIVER):
        found, row = leads.offered(offer.pk)
        assert (row.words, row.offered_by_id) == ("Verzonnen woorden vooraf", desk.key(LEAD))
        assert found.number == "2026-0001"
        assert Handover.objects.filter(dossier=desk.file).count() == 1
        for look in (leads.leading_of, casework.file):
            with pytest.raises(Refused):
                look(desk.file)
    assert desk.logged("handover") == ["C", "R"]


@pytest.mark.parametrize("who", [OTHER, ("case_manager", "ex_team"), ("case_manager", "none"), MANAGER])
def test_nobody_else_sees_or_answers_it(desk, who):
    offer = desk.offer()
    for act in (leads.offered, lambda key: leading.accept(handover=key), _refuse):
        with pytest.raises(Refused), desk.working(who):
            act(offer.pk)
    assert desk.lead() == desk.key(LEAD)


def _refuse(key):
    leading.refuse(handover=key, answer="Verzonnen reden")


@pytest.mark.parametrize("who", [INTAKE, THERAPIST, SHELTER, RECEIVER, MANAGER, ("case_manager", "glass")])
def test_only_the_lead_offers_and_withdraws(desk, who):
    with pytest.raises(Refused):
        desk.offer(to=OTHER, by=who)
    offer = desk.offer()
    with pytest.raises(Refused), desk.working(who):
        leading.withdraw(dossier=desk.file, handover=offer.pk)


@pytest.mark.parametrize("to", NO_RECEIVER)
def test_it_is_offered_to_a_colleague_in_a_role_that_leads(desk, to):
    with pytest.raises(Refused):
        desk.offer(to=to)


def test_one_offer_is_open_at_a_time(desk):
    offer = desk.offer()
    with pytest.raises(Refused):
        desk.offer(to=OTHER)
    with pytest.raises(IntegrityError), desk.working(), transaction.atomic():
        Handover(dossier_id=desk.file, offered_by_id=desk.key(LEAD), to_id=desk.key(OTHER), words="x").save(
            force_insert=True
        )
    with desk.working():
        leading.withdraw(dossier=desk.file, handover=offer.pk)
    assert desk.offer(to=OTHER).to_id == desk.key(OTHER)
    with pytest.raises(Refused):
        desk.accept(offer)


def test_refusing_takes_a_reason_that_the_offerer_reads_and_changes_nothing(desk):
    offer = desk.offer()
    with pytest.raises(Refused), desk.working(RECEIVER):
        leading.refuse(handover=offer.pk, answer=" ")
    with desk.working(RECEIVER):
        leading.refuse(handover=offer.pk, answer="Verzonnen reden")
    (told,) = desk.today(LEAD).by_me
    assert (told.how, told.answer, desk.lead()) == ("refused", "Verzonnen reden", desk.key(LEAD))
    desk.owner.execute("UPDATE plan_handover SET ended_at = now() - interval '8 days'")
    assert desk.today(LEAD).by_me == []
    with pytest.raises(Refused):
        desk.accept(offer)


def test_what_was_offered_by_who_leads_no_more_opens_nothing(desk):
    offer = desk.offer()
    desk.leave(LEAD)
    with pytest.raises(Refused):
        desk.accept(offer)
    with desk.working(INTAKE):
        leading.take_lead(dossier=desk.file)
        leading.withdraw(dossier=desk.file, handover=offer.pk)
    assert desk.offer(to=OTHER, by=INTAKE).to_id == desk.key(OTHER)


def test_only_open_tasks_of_the_lead_before_move(desk):
    hers, anothers, done = desk.task(), desk.task(THERAPIST), desk.task()
    desk.finish(done)
    desk.accept(desk.offer())
    plan = desk.plan(RECEIVER)
    owners = {each.task.pk: each.task.owner_id for each in (*plan.loose, *plan.ended_tasks)}
    assert owners == {
        hers.pk: desk.key(RECEIVER), anothers.pk: desk.key(THERAPIST), done.pk: desk.key(LEAD),
    }  # fmt: skip


def test_who_is_on_the_team_already_gets_no_second_place(desk):
    place = desk.place(INTAKE)
    desk.accept(desk.offer(to=INTAKE), INTAKE)
    assert (desk.place(INTAKE), desk.lead()) == (place, desk.key(INTAKE))


def test_it_can_be_handed_back_and_on(desk):
    desk.accept(desk.offer())
    desk.accept(desk.offer(to=LEAD, by=RECEIVER), LEAD)
    desk.accept(desk.offer(to=OTHER, by=LEAD), OTHER)
    assert led(desk) == [desk.key(RECEIVER), desk.key(LEAD), desk.key(OTHER)]
    with desk.working(INTAKE):
        assert Lead.objects.filter(dossier=desk.file, until=None).count() == 1


def test_where_nobody_leads_a_colleague_on_the_team_takes_it_in_a_role_that_leads(desk):
    with pytest.raises(Refused), desk.working(INTAKE):
        leading.take_lead(dossier=desk.file)
    desk.leave(LEAD)
    for who in (THERAPIST, SHELTER, RECEIVER, MANAGER, LEAD):
        with pytest.raises(Refused), desk.working(who):
            leading.take_lead(dossier=desk.file)
    with desk.working(INTAKE):
        leading.take_lead(dossier=desk.file)
    assert desk.lead() == desk.key(INTAKE)


def test_who_opened_it_does_not_come_back_when_a_later_lead_leaves(desk):
    desk.accept(desk.offer())
    desk.leave(RECEIVER)
    assert desk.lead() is None
    with desk.working(INTAKE):
        leading.take_lead(dossier=desk.file)
    assert desk.lead() == desk.key(INTAKE)


def test_today_shows_both_what_is_offered(desk):
    offer = desk.offer()
    ((told, row),) = desk.today(RECEIVER).to_me
    assert (told.number, row.offered_by_id, row.pk) == ("2026-0001", desk.key(LEAD), offer.pk)
    assert [each.pk for each in desk.today(LEAD).by_me] == [offer.pk]
    for who in (INTAKE, OTHER, THERAPIST):
        assert not desk.today(who).to_me
        assert not desk.today(who).by_me
    desk.accept(offer)
    assert not desk.today(RECEIVER).to_me
    assert not desk.today(LEAD).by_me


def test_today_shows_the_lead_whose_tasks_are_nobodys(desk):
    task = desk.task(THERAPIST, ahead=60)
    assert not desk.today(LEAD).nobodys
    desk.leave(THERAPIST)
    assert [each.task.pk for each in desk.today(LEAD).nobodys] == [task.pk]
    assert not desk.today(INTAKE).nobodys


def test_today_shows_files_that_nobody_leads_to_who_may_lead_and_to_managers(desk):
    assert desk.file not in {each.pk for each in desk.today(MANAGER).unled}
    desk.leave(LEAD)
    for who, shown in ((INTAKE, True), (MANAGER, True), (THERAPIST, False), (OTHER, False), (OFFICER, False)):
        told = desk.today(who)
        found = desk.owner.execute("SELECT count(*) FROM access_dossier").fetchone()[0]
        assert found > len(told.unled)
        assert (desk.file in told.mine) == (shown and who == INTAKE)
        assert bool(told.unled) == shown
    desk.owner.execute("UPDATE access_dossier SET closed_at = now() WHERE id = %s", [desk.file])
    assert not desk.today(INTAKE).unled


@pytest.mark.parametrize("kind", ["twice", "withdrawn"])
def test_of_two_who_answer_at_once_one_is_refused(desk, kind):
    offer, task = desk.offer(), desk.task()

    def accept():
        return _tried(desk, RECEIVER, lambda: leading.accept(handover=offer.pk))

    def withdraw():
        return _tried(desk, LEAD, lambda: leading.withdraw(dossier=desk.file, handover=offer.pk))

    with ThreadPoolExecutor(2) as pool:
        jobs = [pool.submit(accept), pool.submit(accept if kind == "twice" else withdraw)]
        done = [each.result() for each in jobs]
    assert sorted(done) == [False, True]
    accepted = kind == "twice" or done[0]
    holder = desk.key(RECEIVER if accepted else LEAD)
    assert desk.lead() == holder
    assert [each.task.owner_id for each in desk.plan().loose if each.task.pk == task.pk] == [holder]
    assert len(led(desk)) == int(accepted)


def _tried(desk, who, act):
    """Act in a thread of its own; return whether it was done."""
    try:
        with desk.working(who):
            act()
    except Refused:
        return False
    else:
        return True
    finally:
        connections.close_all()


def test_every_step_leaves_an_entry(desk):
    desk.accept(desk.offer())
    offer = desk.offer(to=LEAD, by=RECEIVER)
    with desk.working(LEAD):
        leading.refuse(handover=offer.pk, answer="Verzonnen reden")
    assert desk.logged("handover") == ["C", "U", "C", "U"]
    assert desk.logged("place") == ["C"]
