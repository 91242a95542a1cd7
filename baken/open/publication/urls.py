# SPDX-License-Identifier: EUPL-1.2
"""Permanent addresses of figures: the newest release by the figure's name, an older one by its own, and files."""

from django.urls import path

from baken.open.publication import feeds, views

urlpatterns = [
    path("", views.figures, name="figures"),
    path("feed.atom", feeds.NewestFigures(), name="figures-feed"),
    path("<slug:slug>", views.figure, name="figure"),
    path("<slug:slug>.<slug:ending>", views.file, name="figure-file"),
    path("<slug:slug>/<uuid:release>", views.figure, name="release"),
    path("<slug:slug>/<uuid:release>.<slug:ending>", views.file, name="release-file"),
]
