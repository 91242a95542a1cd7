# SPDX-License-Identifier: EUPL-1.2
"""The address of the search."""

from django.urls import path

from baken.open.search import views

urlpatterns = [path("", views.search, name="search")]
