# SPDX-License-Identifier: EUPL-1.2
"""A task has an owner on the team until it ends; it is finished, dropped, taken back, repeated and handed over."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from baken.closed.access.rules import Refused
from baken.closed.casework.mine import my_open_files
from baken.closed.plan import actions, waiting
from baken.closed.plan.models import Goal, Task
from baken.closed.plan.tests.desk import COLLEAGUE, INTAKE, LEAD, OFFICER, SHELTER, THERAPIST, day
from baken.closed.vault.fields import EncryptedFieldError

STRANGERS = [SHELTER, ("case_manager", "same"), ("case_manager", "glass"), ("case_manager", "consent"),
             ("case_manager", "ex_team"), ("manager", "same"), OFFICER, ("police_liaison", "team")]  # fmt: skip


def open_texts(desk, who=LEAD):
    return [each.task.text for each in desk.plan(who).loose]


def test_what_is_due_first_stands_on_top_and_says_how_many_days_are_left(desk):
    desk.task(ahead=9, text="later")
    late = desk.task(ahead=0, text="late")
    desk.task(ahead=2, text="soon")
    desk.late(late, 4)
    shown = desk.plan().loose
    assert [(each.task.text, each.days) for each in shown] == [("late", -4), ("soon", 2), ("later", 9)]
    assert shown[0].late == 4


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_writes_but_the_team_in_a_role_that_works_with_notes(desk, who):
    task = desk.task()
    with desk.working():
        goal = actions.set_goal(dossier=desk.file, area="school", text="Verzonnen doel")
    tries = [
        lambda: actions.add_task(dossier=desk.file, text="x", owner=desk.key(LEAD), due_on=day(1)),
        lambda: actions.finish_task(dossier=desk.file, task=task.pk),
        lambda: actions.drop_task(dossier=desk.file, task=task.pk, reason="x"),
        lambda: actions.undo_task(dossier=desk.file, task=task.pk),
        lambda: actions.hand_task(dossier=desk.file, task=task.pk, owner=desk.key(THERAPIST)),
        lambda: actions.set_goal(dossier=desk.file, area="school", text="x"),
        lambda: actions.end_goal(dossier=desk.file, goal=goal.pk, how="reached", ended_on=day(0), words=""),
    ]
    for each in tries:
        with pytest.raises(Refused), desk.working(who):
            each()
    assert open_texts(desk) == ["Verzonnen taak"]


@pytest.mark.parametrize("owner", [SHELTER, COLLEAGUE, ("case_manager", "ex_team"), ("therapist", "none")])
def test_only_who_can_see_a_task_owns_it(desk, owner):
    with pytest.raises(Refused):
        desk.task(owner)
    task = desk.task()
    with pytest.raises(Refused), desk.working():
        actions.hand_task(dossier=desk.file, task=task.pk, owner=desk.key(owner))


def test_a_task_is_finished_once(desk):
    task = desk.task(THERAPIST)
    desk.finish(task, THERAPIST)
    assert open_texts(desk) == []
    (ended,) = desk.plan().ended_tasks
    assert (ended.task.how, ended.task.ended_by_id) == ("done", desk.key(THERAPIST))
    with pytest.raises(Refused):
        desk.finish(task)


def test_a_task_is_dropped_with_its_reason(desk):
    task = desk.task()
    with desk.working(INTAKE):
        actions.drop_task(dossier=desk.file, task=task.pk, reason="Verzonnen reden")
    (ended,) = desk.plan().ended_tasks
    assert (ended.task.how, ended.task.reason) == ("dropped", "Verzonnen reden")


def test_who_ended_a_task_takes_it_back_within_the_hour_and_nobody_else(desk):
    task = desk.task()
    desk.finish(task)
    assert [each.may_undo for each in desk.plan().ended_tasks] == [True]
    assert [each.may_undo for each in desk.plan(INTAKE).ended_tasks] == [False]
    with pytest.raises(Refused):
        desk.undo(task, INTAKE)
    desk.undo(task)
    assert open_texts(desk) == ["Verzonnen taak"]
    desk.finish(task)
    desk.owner.execute("UPDATE plan_task SET ended_at = now() - interval '61 minutes' WHERE id = %s", [task.pk])
    with pytest.raises(Refused):
        desk.undo(task)


def test_a_repeated_task_makes_the_next_and_taking_back_drops_that(desk):
    task = desk.task(THERAPIST, every_weeks=2, remind_on=day(1))
    desk.finish(task)
    (following,) = (each.task for each in desk.plan().loose)
    assert (following.due_on, following.remind_on) == (day(17), day(15))
    assert (following.owner_id, following.every_weeks, following.text) == (desk.key(THERAPIST), 2, task.text)
    desk.undo(task)
    assert [each.task.pk for each in desk.plan().loose] == [task.pk]
    desk.finish(task)
    assert [each.task.due_on for each in desk.plan().loose] == [day(17)]


def test_who_left_leaves_no_orphan(desk):
    task = desk.task(THERAPIST, every_weeks=1)
    assert not desk.plan().loose[0].nobodys
    desk.leave(THERAPIST)
    assert desk.plan().loose[0].nobodys
    desk.finish(task, INTAKE)
    (following,) = desk.plan().loose
    assert (following.nobodys, following.task.owner_id) == (False, desk.key(INTAKE))
    desk.undo(task, INTAKE)
    assert desk.plan().loose[0].task.owner_id == desk.key(INTAKE)


def test_a_task_is_handed_to_another_owner(desk):
    task = desk.task()
    with desk.working():
        actions.hand_task(dossier=desk.file, task=task.pk, owner=desk.key(THERAPIST))
    assert [each.task.owner_id for each in desk.plan().loose] == [desk.key(THERAPIST)]
    with desk.working(THERAPIST):
        assert [each.task.pk for each in waiting.my_tasks(my_open_files())] == [task.pk]


def test_a_goal_has_its_tasks_and_ends_once(desk):
    with desk.working():
        goal = actions.set_goal(dossier=desk.file, area="school", text="Verzonnen doel")
    task = desk.task(goal=goal.pk)
    (aim,) = desk.plan().aims
    assert (aim.goal.area, [each.task.pk for each in aim.tasks]) == ("school", [task.pk])
    with desk.working(THERAPIST):
        actions.end_goal(dossier=desk.file, goal=goal.pk, how="reached", ended_on=day(-1), words="Verzonnen woorden")
    plan = desk.plan()
    assert (plan.aims, [each.task.pk for each in plan.loose]) == ([], [task.pk])
    assert [(each.how, each.ended_on, each.words) for each in plan.ended_goals] == [
        ("reached", day(-1), "Verzonnen woorden")
    ]
    with pytest.raises(Refused), desk.working():
        actions.end_goal(dossier=desk.file, goal=goal.pk, how="dropped", ended_on=day(0), words="")
    with pytest.raises(Refused):
        desk.task(goal=goal.pk)


@pytest.mark.parametrize(("how", "ahead"), [("done", 0), ("", 0), ("reached", 1)])
def test_a_goal_ends_in_a_way_that_there_is_on_no_day_to_come(desk, how, ahead):
    with desk.working():
        goal = actions.set_goal(dossier=desk.file, area="school", text="Verzonnen doel")
    with pytest.raises(ValidationError), desk.working():
        actions.end_goal(dossier=desk.file, goal=goal.pk, how=how, ended_on=day(ahead), words="")


def test_an_area_of_life_is_one_of_the_table(desk):
    with pytest.raises(ValidationError), desk.working():
        actions.set_goal(dossier=desk.file, area="verzonnen", text="x")


def test_nothing_is_written_in_a_closed_file(desk):
    task = desk.task()
    desk.owner.execute("UPDATE access_dossier SET closed_at = now() WHERE id = %s", [desk.file])
    with pytest.raises(Refused, match="closed"):
        desk.task()
    with pytest.raises(Refused, match="closed"):
        desk.finish(task)
    assert not desk.plan().may_write


def test_today_shows_ones_own_tasks_that_are_late_due_this_week_or_to_be_thought_of(desk):
    late = desk.task(text="late")
    desk.late(late, 2)
    desk.task(ahead=7, text="this week")
    desk.task(ahead=8, text="later")
    desk.task(ahead=30, text="thought of", remind_on=day(0))
    desk.task(ahead=30, text="not yet", remind_on=day(1))
    desk.task(THERAPIST, text="another's")
    desk.finish(desk.task(text="done"))
    with desk.working():
        assert [each.task.text for each in waiting.my_tasks(my_open_files())] == ["late", "this week", "thought of"]
    desk.leave(LEAD)
    with desk.working():
        assert waiting.my_tasks(my_open_files()) == []


def test_what_a_plan_says_is_sealed_and_what_a_list_needs_is_not(desk):
    with desk.working():
        actions.set_goal(dossier=desk.file, area="school", text="Verzonnen doel")
    desk.task()
    for table, model, fields in (
        ("plan_goal", Goal, ("area", "text", "how", "words")),
        ("plan_task", Task, ("text", "reason")),
    ):
        (row,) = desk.owner.execute(f"SELECT t::text FROM {table} t").fetchone()  # noqa: S608
        assert "school" not in row
        for field in fields:
            with pytest.raises(EncryptedFieldError), desk.working():
                model.objects.filter(**{field: ""}).exists()


def test_every_step_leaves_an_entry(desk):
    task = desk.task()
    desk.finish(task)
    desk.undo(task)
    with desk.working():
        actions.hand_task(dossier=desk.file, task=task.pk, owner=desk.key(INTAKE))
        actions.drop_task(dossier=desk.file, task=task.pk, reason="x")
    desk.plan()
    assert desk.logged("task") == ["C", "U", "U", "U", "U"]
    assert desk.logged("plan") == ["R"]


def test_the_database_lets_one_next_task_follow(desk):
    task = desk.task(every_weeks=1)
    desk.finish(task)
    with desk.working(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM plan_task WHERE follows = %s", [task.pk])
        assert cursor.fetchone() == (1,)
