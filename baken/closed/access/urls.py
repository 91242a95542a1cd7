# SPDX-License-Identifier: EUPL-1.2
"""Addresses about who may see whom."""

from django.urls import path

from baken.closed.access import views

urlpatterns = [
    path("files/<uuid:dossier>/team/", views.team, name="team"),
    path("files/<uuid:dossier>/team/<uuid:place>/end/", views.end_place, name="end_place"),
    path("files/<uuid:dossier>/consent/", views.consents, name="consents"),
    path("files/<uuid:dossier>/consent/<uuid:consent>/withdraw/", views.withdraw, name="withdraw"),
    path("glass/", views.break_glass, name="break_glass"),
    path("glass/<uuid:glass>/review/", views.review_glass, name="review_glass"),
    path("people/", views.people, name="people"),
    path("people/invitations/<uuid:invitation>/", views.decide, name="decide"),
    path("people/posts/<uuid:post>/end/", views.dismiss, name="dismiss"),
    path("people/posts/<uuid:post>/reset/", views.ask_reset, name="ask_reset"),
    path("people/resets/<uuid:reset>/", views.approve_reset, name="approve_reset"),
    path("agencies/<uuid:agency>/switch/", views.switch, name="switch"),
]
