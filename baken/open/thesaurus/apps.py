# SPDX-License-Identifier: EUPL-1.2
"""The words of the field, after SKOS."""

from django.apps import AppConfig


class ThesaurusConfig(AppConfig):
    """Concepts with labels in several languages, and how they hang together."""

    name = "baken.open.thesaurus"
    label = "thesaurus"
