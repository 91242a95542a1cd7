# SPDX-License-Identifier: EUPL-1.2
"""Permanent addresses of sources, such as `sources/bwb/BWBR0001854/artikel/273f?on=2012-01-01`."""

from django.urls import path

from baken.open.sources import views

urlpatterns = [
    path("", views.sources, name="sources"),
    path("<slug:scheme>/<path:rest>", views.source, name="source"),
]
