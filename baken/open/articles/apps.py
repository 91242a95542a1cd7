# SPDX-License-Identifier: EUPL-1.2
"""The databank's own articles: for professionals, by professionals."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """Wagtail pages, written by editors and read by everyone."""

    name = "baken.open.articles"
    label = "articles"
