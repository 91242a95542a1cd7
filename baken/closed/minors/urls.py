# SPDX-License-Identifier: EUPL-1.2
"""Addresses of a child's safety in a file."""

from django.urls import path

from baken.closed.minors import views

urlpatterns = [
    path("files/<uuid:dossier>/minor/", views.minor, name="minor"),
    path("files/<uuid:dossier>/minor/code/", views.begin_round, name="begin_round"),
    path("files/<uuid:dossier>/minor/code/<uuid:round>/reported/", views.report_round, name="report_round"),
    path("files/<uuid:dossier>/minor/code/<uuid:round>/<slug:step>/", views.code_step, name="code_step"),
    path("files/<uuid:dossier>/minor/steps/<uuid:step>/strike/", views.strike_step, name="strike_step"),
    path("files/<uuid:dossier>/minor/kindcheck/", views.kindcheck, name="kindcheck"),
    path("files/<uuid:dossier>/minor/authority/", views.ask_authority, name="ask_authority"),
    path("files/<uuid:dossier>/minor/authority/<uuid:route>/", views.end_route, name="end_route"),
]
