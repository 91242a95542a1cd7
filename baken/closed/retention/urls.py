# SPDX-License-Identifier: EUPL-1.2
"""Addresses of keeping and erasing."""

from django.urls import path

from baken.closed.retention import views
from baken.closed.retention.copy.views import copy

urlpatterns = [
    path("retention/", views.retention, name="retention"),
    path("files/<uuid:dossier>/keeping/", views.keeping, name="keeping"),
    path("files/<uuid:dossier>/hold/", views.hold, name="hold"),
    path("files/<uuid:dossier>/hold/<uuid:hold>/lift/", views.lift, name="lift"),
    path("files/<uuid:dossier>/copy/", copy, name="copy"),
    path("files/<uuid:dossier>/erase/", views.erase, name="erase"),
    path("files/<uuid:dossier>/erase/<uuid:erasure>/", views.decide_erasure, name="decide_erasure"),
]
