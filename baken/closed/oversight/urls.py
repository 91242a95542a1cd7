# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the log."""

from django.urls import path

from baken.closed.oversight import views

urlpatterns = [
    path("log/", views.log, name="log"),
    path("files/<uuid:dossier>/log/", views.file_log, name="file_log"),
    path("files/<uuid:dossier>/overview/", views.overview, name="overview"),
]
