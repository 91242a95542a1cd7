# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the databank's pages and its feed."""

from django.urls import path, re_path

from baken.open.articles import views

urlpatterns = [
    path("feed.atom", views.NewestFeed(), name="feed"),
    # Wagtail's own pattern for pages below the home, served by a quicker way to find an article.
    re_path(r"^((?:[\w\-]+/)+)$", views.page, name="page"),
]
