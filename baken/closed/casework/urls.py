# SPDX-License-Identifier: EUPL-1.2
"""Addresses of casework. A file is known by a key that tells nothing; its number is never in an address."""

from django.urls import path

from baken.closed.casework import views
from baken.closed.casework.person import views as person
from baken.closed.casework.searching import views as searching
from baken.closed.casework.status import views as status

urlpatterns = [
    path("files/", views.files, name="files"),
    path("files/search/", searching.search, name="search"),
    path("files/open/", views.open_file, name="open_file"),
    path("files/<uuid:dossier>/", views.file, name="file"),
    path("files/<uuid:dossier>/identity/", views.identity, name="identity"),
    path("files/<uuid:dossier>/family/", person.family, name="family"),
    path("files/<uuid:dossier>/guardian/", person.guardian, name="add_guardian"),
    path("files/<uuid:dossier>/guardian/<uuid:guardian>/", person.guardian, name="guardian"),
    path("files/<uuid:dossier>/guardian/<uuid:guardian>/strike/", person.strike_guardian, name="strike_guardian"),
    path("files/<uuid:dossier>/relative/", person.relative, name="add_relative"),
    path("files/<uuid:dossier>/relative/<uuid:relative>/", person.relative, name="relative"),
    path("files/<uuid:dossier>/relative/<uuid:relative>/strike/", person.strike_relative, name="strike_relative"),
    path("files/<uuid:dossier>/status/", status.status, name="status"),
    path("files/<uuid:dossier>/status/<uuid:assertion>/strike/", status.strike_assertion, name="strike_assertion"),
    path("files/<uuid:dossier>/contact/", views.contact, name="contact"),
    path("files/<uuid:dossier>/notes/", views.add_note, name="add_note"),
    path("files/<uuid:dossier>/conference/", views.conference, name="conference"),
    path("files/<uuid:dossier>/whereabouts/", views.whereabouts, name="whereabouts"),
    path("files/<uuid:dossier>/whereabouts/write/", views.write_whereabouts, name="write_whereabouts"),
]
