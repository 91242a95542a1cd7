# SPDX-License-Identifier: EUPL-1.2
"""A file is closed once nothing in it waits, and opened again with a reason; both stay to be seen."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from baken.closed.access.models import Dossier
from baken.closed.access.rules import Refused
from baken.closed.plan import closing, leading
from baken.closed.plan.tests.desk import INTAKE, LEAD, OFFICER, OTHER, RECEIVER, THERAPIST
from baken.core.clock import today


def close(desk, who=LEAD, outcome="own-life"):
    with desk.working(who):
        return closing.close(dossier=desk.file, outcome=outcome, words="Verzonnen einde")


def reopen(desk, who=LEAD):
    with desk.working(who):
        return closing.reopen(dossier=desk.file, words="Verzonnen reden")


def closed_at(desk):
    with desk.working():
        return Dossier.objects.get(pk=desk.file).closed_at


def test_closing_sets_the_day_and_reopening_clears_it_and_both_rows_stay(desk):
    made = close(desk)
    assert closed_at(desk) == made.at
    reopen(desk, INTAKE)
    assert closed_at(desk) is None
    rows = desk.plan().closures
    assert [(each.kind, each.outcome, each.words, each.by_id) for each in rows] == [
        ("reopened", "", "Verzonnen reden", desk.key(INTAKE)),
        ("closed", "own-life", "Verzonnen einde", desk.key(LEAD)),
    ]


def test_it_moves_the_clock_of_keeping(desk):
    asked = "SELECT changed_on FROM retention_clock WHERE dossier_id = %s"
    for act in (close, reopen):
        desk.owner.execute("UPDATE retention_clock SET changed_on = '2001-01-01' WHERE dossier_id = %s", [desk.file])
        act(desk)
        assert desk.owner.execute(asked, [desk.file]).fetchone()[0] == today()


def test_it_says_which_tasks_and_which_handover_stand_in_the_way(desk):
    task, offer = desk.task(), desk.offer()
    with pytest.raises(ValidationError) as told:
        close(desk)
    assert len(told.value.messages) == 2
    desk.finish(task)
    with pytest.raises(ValidationError) as told:
        close(desk)
    assert len(told.value.messages) == 1
    with desk.working():
        leading.withdraw(dossier=desk.file, handover=offer.pk)
    assert close(desk).kind == "closed"


@pytest.mark.parametrize("who", [THERAPIST, RECEIVER, OFFICER, OTHER, ("manager", "same"), ("case_manager", "glass")])
def test_only_who_may_lead_closes_and_opens_it(desk, who):
    with pytest.raises(Refused):
        close(desk, who)
    close(desk)
    with pytest.raises(Refused):
        reopen(desk, who)


def test_it_is_closed_once_and_opened_once(desk):
    with pytest.raises(Refused):
        reopen(desk)
    close(desk)
    with pytest.raises(Refused):
        close(desk)
    reopen(desk)
    with pytest.raises(Refused):
        reopen(desk)


def test_an_outcome_is_one_of_the_table(desk):
    with pytest.raises(ValidationError):
        close(desk, outcome="verzonnen")


def test_in_a_closed_file_nothing_is_planned_taken_back_or_offered(desk):
    task = desk.task()
    desk.finish(task)
    close(desk)
    for act in (desk.task, lambda: desk.undo(task), desk.offer):
        with pytest.raises(Refused):
            act()
    reopen(desk)
    desk.undo(task)
    assert desk.offer()


def test_a_closed_file_says_so_on_top_and_is_opened_again_on_its_page(desk, signed_in):
    client = signed_in(desk.key(LEAD))
    file, plan = reverse("file", args=[desk.file]), reverse("plan", args=[desk.file])
    closing_page, opening = reverse("close_file", args=[desk.file]), reverse("reopen_file", args=[desk.file])
    answer = client.post(closing_page, {"outcome": "own-life", "words": "Verzonnen einde"})
    assert answer.url == plan
    day = datetime.date.today().year
    for page in (file, plan):
        text = client.get(page, HTTP_ACCEPT_LANGUAGE="en").content.decode()
        assert "This file was closed on" in text
        assert str(day) in text
    assert "Verzonnen einde" in client.get(plan).content.decode()
    assert 'name="due_on"' not in client.get(plan).content.decode()
    assert client.get(closing_page).url == plan
    assert client.post(opening, {"words": ""}).context["form"].errors
    client.post(opening, {"words": "Verzonnen reden"})
    assert "This file was closed on" not in client.get(file, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert client.get(opening).url == plan


def test_the_page_says_what_stands_in_the_way_before_it_asks_anything(desk, signed_in):
    desk.task()
    client, page = signed_in(desk.key(LEAD)), reverse("close_file", args=[desk.file])
    text = client.get(page, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "1 task is still open." in text
    assert 'name="outcome"' not in text
    assert client.post(page, {"outcome": "own-life", "words": "x"}).status_code == 200
    assert closed_at(desk) is None


def test_every_step_leaves_an_entry(desk):
    close(desk)
    reopen(desk)
    assert desk.logged("closure") == ["U", "U"]
