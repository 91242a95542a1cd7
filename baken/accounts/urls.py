# SPDX-License-Identifier: EUPL-1.2
"""Only the named addresses of allauth are mounted: its sign-up and e-mail pages stay shut."""

from allauth.account import views
from django.urls import path

urlpatterns = [
    path("sign-in/", views.login, name="account_login"),
    path("sign-out/", views.logout, name="account_logout"),
]
