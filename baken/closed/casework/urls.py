# SPDX-License-Identifier: EUPL-1.2
"""Addresses of casework."""

from django.urls import path

from baken.closed.casework import views

urlpatterns = [path("", views.today, name="today")]
