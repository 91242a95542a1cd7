# SPDX-License-Identifier: EUPL-1.2
"""Addresses of what is planned in a file."""

from django.urls import path

from baken.closed.plan import leading_views, views

urlpatterns = [
    path("files/<uuid:dossier>/plan/", views.plan, name="plan"),
    path("files/<uuid:dossier>/plan/goals/", views.set_goal, name="set_goal"),
    path("files/<uuid:dossier>/plan/goals/<uuid:goal>/end/", views.end_goal, name="end_goal"),
    path("files/<uuid:dossier>/plan/tasks/<uuid:task>/finish/", views.finish_task, name="finish_task"),
    path("files/<uuid:dossier>/plan/tasks/<uuid:task>/undo/", views.undo_task, name="undo_task"),
    path("files/<uuid:dossier>/plan/tasks/<uuid:task>/drop/", views.drop_task, name="drop_task"),
    path("files/<uuid:dossier>/plan/tasks/<uuid:task>/hand/", views.hand_task, name="hand_task"),
    path("files/<uuid:dossier>/lead/", leading_views.lead, name="lead"),
    path("files/<uuid:dossier>/lead/take/", leading_views.take_lead, name="take_lead"),
    path("files/<uuid:dossier>/lead/<uuid:handover>/withdraw/", leading_views.withdraw, name="withdraw_handover"),
    path("handovers/<uuid:handover>/", leading_views.handover, name="handover"),
    path("files/<uuid:dossier>/close/", leading_views.close, name="close_file"),
    path("files/<uuid:dossier>/reopen/", leading_views.reopen, name="reopen_file"),
]
