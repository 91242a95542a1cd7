# SPDX-License-Identifier: EUPL-1.2
"""The address of today's page."""

from django.urls import path

from baken.closed.today import views

urlpatterns = [path("", views.today, name="today")]
