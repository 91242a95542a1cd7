# SPDX-License-Identifier: EUPL-1.2
"""Addresses of what goes to CoMensha."""

from django.urls import path

from baken.closed.registration import sheet_views, views

_FILE = "files/<uuid:dossier>/registration/"
urlpatterns = [
    path(_FILE, views.registration, name="registration"),
    path(f"{_FILE}consent/", views.word, name="word"),
    path(f"{_FILE}consent/<uuid:word>/strike/", views.strike_word, name="strike_word"),
    path(f"{_FILE}override/", views.override, name="override"),
    path(f"{_FILE}override/ask/", views.ask_override, name="ask_override"),
    path(f"{_FILE}override/<uuid:override>/decide/", views.decide_override, name="decide_override"),
    path(f"{_FILE}type/", sheet_views.sheet_type, name="sheet_type"),
    path(f"{_FILE}sheet/", sheet_views.sheet, name="sheet"),
    path(f"{_FILE}check/", sheet_views.check_sheet, name="check_sheet"),
    path(f"{_FILE}versions/<uuid:version>/take/", sheet_views.take_sheet, name="take_sheet"),
    path(f"{_FILE}versions/<uuid:version>/sent/", sheet_views.send_sheet, name="send_sheet"),
    path(f"{_FILE}versions/<uuid:version>/answer/", sheet_views.answer_sheet, name="answer_sheet"),
    path(f"{_FILE}exchanges/<uuid:exchange>/strike/", sheet_views.strike_exchange, name="strike_exchange"),
]
