# SPDX-License-Identifier: EUPL-1.2
"""Every address of the closed door."""

from django.urls import include, path

urlpatterns = [
    path("", include("baken.accounts.urls")),
    path("", include("baken.accounts.agency_urls")),
    path("", include("baken.closed.today.urls")),
    path("", include("baken.closed.access.urls")),
    path("", include("baken.closed.casework.urls")),
    path("", include("baken.closed.legal.urls")),
    path("", include("baken.closed.minors.urls")),
    path("", include("baken.closed.intake.urls")),
    path("", include("baken.closed.documents.urls")),
    path("", include("baken.closed.plan.urls")),
    path("", include("baken.closed.trafficking.urls")),
    path("", include("baken.closed.registration.urls")),
    path("", include("baken.closed.shelter.urls")),
    path("", include("baken.closed.figures.urls")),
    path("", include("baken.closed.ceremonies.urls")),
    path("", include("baken.closed.oversight.urls")),
    path("", include("baken.closed.retention.urls")),
]
