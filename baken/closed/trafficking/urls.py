# SPDX-License-Identifier: EUPL-1.2
"""Addresses of what was done to her, the risks around her, and how safe she is."""

from django.urls import path

from baken.closed.trafficking import risk_views, views

urlpatterns = [
    path("files/<uuid:dossier>/trafficking/", views.trafficking, name="trafficking"),
    path("files/<uuid:dossier>/trafficking/account/", views.write_account, name="write_account"),
    path("files/<uuid:dossier>/trafficking/account/<uuid:account>/", views.write_account, name="correct_account"),
    path(
        "files/<uuid:dossier>/trafficking/account/<uuid:account>/strike/", views.strike_account, name="strike_account"
    ),
    path("files/<uuid:dossier>/trafficking/event/", views.write_event, name="write_event"),
    path("files/<uuid:dossier>/trafficking/event/<uuid:event>/strike/", views.strike_event, name="strike_event"),
    path("files/<uuid:dossier>/risks/", risk_views.assessments, name="assessments"),
    path("files/<uuid:dossier>/risks/write/", risk_views.write_assessment, name="write_assessment"),
    path(
        "files/<uuid:dossier>/risks/<uuid:assessment>/strike/", risk_views.strike_assessment, name="strike_assessment"
    ),
    path("files/<uuid:dossier>/safety/", risk_views.safety, name="safety"),
    path("files/<uuid:dossier>/safety/<uuid:level>/strike/", risk_views.strike_level, name="strike_level"),
]
