# SPDX-License-Identifier: EUPL-1.2
"""Addresses of reporting. A browser's history keeps addresses, so these tell nothing but that somebody made contact."""

from django.urls import path

from baken.open.reporting import views

urlpatterns = [
    path("", views.report, name="report"),
    path("answers/", views.answers, name="answers"),
]
