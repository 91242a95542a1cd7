# SPDX-License-Identifier: EUPL-1.2
"""Addresses of what goes to CoMensha."""

from django.urls import path

from baken.closed.registration import views

_FILE = "files/<uuid:dossier>/registration/"
urlpatterns = [
    path(_FILE, views.registration, name="registration"),
    path(f"{_FILE}consent/", views.word, name="word"),
    path(f"{_FILE}consent/<uuid:word>/strike/", views.strike_word, name="strike_word"),
    path(f"{_FILE}override/", views.override, name="override"),
    path(f"{_FILE}override/ask/", views.ask_override, name="ask_override"),
    path(f"{_FILE}override/<uuid:override>/decide/", views.decide_override, name="decide_override"),
]
