# SPDX-License-Identifier: EUPL-1.2
"""Pages of the plan: a form says what is wrong, a slip is taken back, text is shown as text."""

import pytest
from django.urls import reverse

from baken.closed.plan import actions
from baken.closed.plan.tests.desk import INTAKE, LEAD, RECEIVER, THERAPIST, day


@pytest.fixture
def client_of(desk, signed_in):
    """Sign somebody in and return the browser with the address of the plan."""
    return lambda who=LEAD: (signed_in(desk.key(who)), reverse("plan", args=[desk.file]))


def form(desk, **given):
    return {"text": "Verzonnen taak", "owner": str(desk.key(LEAD)), "due_on": day(3).isoformat(), **given}


def test_a_task_is_added_finished_and_taken_back_on_the_page(desk, client_of):
    client, page = client_of()
    assert client.post(page, form(desk)).url == page
    (shown,) = client.get(page).context["plan"].loose
    client.post(reverse("finish_task", args=[desk.file, shown.task.pk]))
    plan = client.get(page).context["plan"]
    assert (plan.loose, [each.may_undo for each in plan.ended_tasks]) == ([], [True])
    client.post(reverse("undo_task", args=[desk.file, shown.task.pk]))
    assert len(client.get(page).context["plan"].loose) == 1


def test_a_goal_is_set_and_ended_on_its_pages(desk, client_of):
    client, page = client_of()
    client.post(reverse("set_goal", args=[desk.file]), {"area": "school", "text": "Verzonnen doel"})
    (aim,) = client.get(page).context["plan"].aims
    ending = reverse("end_goal", args=[desk.file, aim.goal.pk])
    assert "Verzonnen doel" in client.get(ending).content.decode()
    client.post(ending, {"how": "dropped", "ended_on": day(0).isoformat(), "words": "Verzonnen woorden"})
    assert "Verzonnen woorden" in client.get(page).content.decode()
    assert client.get(ending).status_code == 404


WRONG = [
    ({"text": ""}, "text"), ({"due_on": ""}, "due_on"), ({"due_on": day(-1).isoformat()}, "due_on"),
    ({"due_on": "9999-12-31"}, "due_on"), ({"owner": "00000000-0000-0000-0000-000000000000"}, "owner"),
    ({"remind_on": day(4).isoformat()}, "remind_on"), ({"remind_on": day(-1).isoformat()}, "remind_on"),
    ({"every_weeks": "0"}, "every_weeks"), ({"every_weeks": "53"}, "every_weeks"), ({"goal": "x"}, "goal"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "field"), WRONG)
def test_a_form_says_what_is_wrong(desk, client_of, given, field):
    client, page = client_of()
    answer = client.post(page, form(desk, **given))
    assert field in answer.context["form"].errors
    assert client.get(page).context["plan"].loose == []


def test_what_may_stay_open_opens_by_itself_where_it_was_filled_in(desk, client_of):
    client, page = client_of()
    assert not client.get(page).context["form"].has_more()
    assert client.post(page, form(desk, text="", every_weeks="4")).context["form"].has_more()


def test_who_may_read_and_not_write_sees_no_button(desk, client_of):
    desk.task()
    client, page = client_of(("case_manager", "glass"))
    text = client.get(page).content.decode()
    assert "Verzonnen taak" in text
    assert "/finish/" not in text
    assert 'name="due_on"' not in text
    assert client.post(page, form(desk)).status_code == 404


def test_it_shows_text_as_text(desk, client_of):
    client, page = client_of()
    client.post(page, form(desk, text="<script>alert(1)</script>{{ 7|add:7 }}"))
    for address in (page, reverse("today")):
        body = client.get(address).content.decode()
        assert "<script>alert" not in body
        assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7|add:7 }}" in body


def test_a_task_is_handed_over_and_dropped_on_its_pages(desk, client_of):
    task = desk.task()
    client, page = client_of()
    client.post(reverse("hand_task", args=[desk.file, task.pk]), {"owner": str(desk.key(THERAPIST))})
    assert client.get(page).context["plan"].loose[0].task.owner_id == desk.key(THERAPIST)
    dropping = reverse("drop_task", args=[desk.file, task.pk])
    assert "reason" in client.post(dropping, {"reason": ""}).context["form"].errors
    client.post(dropping, {"reason": "Verzonnen reden"})
    assert "Verzonnen reden" in client.get(page).content.decode()


def test_another_files_task_and_goal_are_not_found_here(desk, client_of):
    task = desk.task()
    with desk.working():
        goal = actions.set_goal(dossier=desk.file, area="school", text="Verzonnen doel")
    client, _page = client_of()
    elsewhere = desk.cast.files["empty"]
    desk.owner.execute(
        "INSERT INTO access_teamplace (id, dossier_id, user_id, since, given_by_id)"
        " VALUES (gen_random_uuid(), %(file)s, %(me)s, now(), %(me)s)",
        {"file": elsewhere, "me": desk.key(LEAD)},
    )
    assert client.get(reverse("plan", args=[elsewhere])).status_code == 200
    for name, key in (("finish_task", task.pk), ("drop_task", task.pk), ("hand_task", task.pk), ("end_goal", goal.pk)):
        answer = client.post(reverse(name, args=[elsewhere, key]), {"reason": "x", "owner": desk.key(LEAD)})
        assert answer.status_code == 404, name


def test_a_file_is_offered_and_accepted_on_its_pages(desk, signed_in):
    page = reverse("lead", args=[desk.file])
    client = signed_in(desk.key(LEAD))
    assert "words" in client.post(page, {"to": str(desk.key(RECEIVER)), "words": ""}).context["form"].errors
    assert client.post(page, {"to": str(desk.key(RECEIVER)), "words": "Verzonnen woorden"}).url == page
    waiting = client.get(page).context["leading"].waiting
    assert client.post(page, {"to": str(desk.key(RECEIVER)), "words": "x"}).status_code == 404
    client, offer = signed_in(desk.key(RECEIVER)), reverse("handover", args=[waiting.pk])
    assert offer in client.get(reverse("today")).content.decode()
    assert "Verzonnen woorden" in client.get(offer).content.decode()
    assert client.post(offer, {"decision": "accept"}).url == reverse("plan", args=[desk.file])
    assert client.get(page).context["leading"].leads_it
    assert client.post(offer, {"decision": "accept"}).url == reverse("today")


def test_an_offer_is_refused_with_a_reason_on_its_page(desk, signed_in):
    offer = desk.offer()
    client, page = signed_in(desk.key(RECEIVER)), reverse("handover", args=[offer.pk])
    assert "answer" in client.post(page, {"decision": "refuse", "answer": ""}).context["form"].errors
    assert client.post(page, {"decision": "refuse", "answer": "Verzonnen reden"}).url == reverse("today")
    client = signed_in(desk.key(LEAD))
    assert "Verzonnen reden" in client.get(reverse("lead", args=[desk.file])).content.decode()


def test_an_offer_is_withdrawn_and_the_lead_taken_on_the_page(desk, signed_in):
    offer, page = desk.offer(), reverse("lead", args=[desk.file])
    signed_in(desk.key(LEAD)).post(reverse("withdraw_handover", args=[desk.file, offer.pk]))
    desk.leave(LEAD)
    client = signed_in(desk.key(INTAKE))
    assert client.get(page).context["leading"].may_take
    client.post(reverse("take_lead", args=[desk.file]))
    assert client.get(page).context["leading"].leads_it
