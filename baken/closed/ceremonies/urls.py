# SPDX-License-Identifier: EUPL-1.2
"""Addresses of passphrases and who keeps shares."""

from django.urls import path

from baken.closed.ceremonies import views

urlpatterns = [
    path("vault/", views.my_vault, name="my_vault"),
    path("vault/forgotten/", views.forgotten, name="forgotten"),
    path("vault/forgotten/finish/", views.finish, name="finish"),
    path("vault/forgotten/withdraw/", views.withdraw_renewal, name="withdraw_renewal"),
    path("vault/keeper/", views.keeper, name="keeper"),
    path("vault/keeper/<uuid:renewal>/", views.pass_on, name="pass_on"),
]
