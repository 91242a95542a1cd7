# SPDX-License-Identifier: EUPL-1.2
"""The address of the signal check."""

from django.urls import path

from baken.open.signalcheck import views

urlpatterns = [path("", views.signals, name="signals")]
