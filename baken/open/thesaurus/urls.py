# SPDX-License-Identifier: EUPL-1.2
"""Permanent addresses of concepts, such as `concepts/baken/c045`."""

from django.urls import path

from baken.open.thesaurus import views

urlpatterns = [
    path("", views.concepts, name="concepts"),
    path("<slug:scheme>/<str:notation>", views.concept, name="concept"),
]
