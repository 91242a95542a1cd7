# SPDX-License-Identifier: EUPL-1.2
"""Addresses that machines read; one for both languages."""

from django.urls import path

from baken.open.articles import views

urlpatterns = [
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
]
