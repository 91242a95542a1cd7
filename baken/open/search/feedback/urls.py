# SPDX-License-Identifier: EUPL-1.2
"""The addresses in the editors' rooms of what readers look for; none of them holds a word."""

from django.urls import path

from baken.open.search.feedback import views

urlpatterns = [
    path("search-words/", views.candidates, name="search_candidates"),
    path("search-words/<uuid:key>/take/", views.take, name="search_take_candidate"),
    path("search-words/<uuid:key>/dismiss/", views.dismiss, name="search_dismiss_candidate"),
    path("search-words/<uuid:key>/restore/", views.restore, name="search_restore_candidate"),
]
