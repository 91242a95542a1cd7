# SPDX-License-Identifier: EUPL-1.2
"""The lexicon's addresses in the editors' rooms."""

from django.urls import path

from baken.open.search.lexicon import views

urlpatterns = [
    path("lexicon/", views.lexicon, name="search_lexicon"),
    path("lexicon/<int:number>/strike/", views.strike, name="search_strike_entry"),
    path("lexicon/<int:number>/restore/", views.restore, name="search_restore_entry"),
]
