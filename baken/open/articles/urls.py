# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the databank beside its pages."""

from django.urls import path

from baken.open.articles import views

urlpatterns = [path("feed.atom", views.NewestFeed(), name="feed")]
