# SPDX-License-Identifier: EUPL-1.2
"""Addresses of documents. Neither a title nor a name of a file is in one."""

from django.urls import path

from baken.closed.documents import views

urlpatterns = [
    path("files/<uuid:dossier>/documents/", views.documents, name="documents"),
    path("files/<uuid:dossier>/documents/<uuid:document>/", views.document, name="document"),
    path("files/<uuid:dossier>/documents/<uuid:document>/strike/", views.strike_document, name="strike_document"),
    path("files/<uuid:dossier>/documents/<uuid:document>/<uuid:version>/", views.take_out, name="take_out"),
]
