# SPDX-License-Identifier: EUPL-1.2
"""Addresses of what the law says of a file."""

from django.urls import path

from baken.closed.legal import views

urlpatterns = [
    path("files/<uuid:dossier>/law/", views.law, name="law"),
    path("files/<uuid:dossier>/law/conditions/", views.conditions, name="conditions"),
    path("files/<uuid:dossier>/law/<uuid:happened>/strike/", views.strike, name="strike"),
]
