# SPDX-License-Identifier: EUPL-1.2
"""The addresses that the closed frame names, without the closed door's own apps, which are not installed here."""

from django.http import HttpResponse
from django.urls import include, path

urlpatterns = [
    path("", include("baken.accounts.urls")),
    path("", lambda request: HttpResponse(), name="today"),
]
