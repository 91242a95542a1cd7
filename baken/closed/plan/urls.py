# SPDX-License-Identifier: EUPL-1.2
"""Addresses of what is planned in a file."""

from django.urls import path

from baken.closed.plan import views

urlpatterns = [
    path("files/<uuid:dossier>/plan/", views.plan, name="plan"),
    path("files/<uuid:dossier>/plan/goals/", views.set_goal, name="set_goal"),
    path("files/<uuid:dossier>/plan/goals/<uuid:goal>/end/", views.end_goal, name="end_goal"),
    path("files/<uuid:dossier>/plan/tasks/<uuid:task>/finish/", views.finish_task, name="finish_task"),
    path("files/<uuid:dossier>/plan/tasks/<uuid:task>/undo/", views.undo_task, name="undo_task"),
    path("files/<uuid:dossier>/plan/tasks/<uuid:task>/drop/", views.drop_task, name="drop_task"),
    path("files/<uuid:dossier>/plan/tasks/<uuid:task>/hand/", views.hand_task, name="hand_task"),
]
