# SPDX-License-Identifier: EUPL-1.2
"""Documents in a person's file."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Documents, each with its versions, sealed like the rest of a file."""

    name = "baken.closed.documents"
    label = "documents"
