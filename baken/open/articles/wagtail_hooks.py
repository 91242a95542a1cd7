# SPDX-License-Identifier: EUPL-1.2
"""What we add to Wagtail's editor."""

from wagtail import hooks

from baken.open.articles.choosers import SourceChooserViewSet, source_chooser


@hooks.register("register_admin_viewset")
def register_source_chooser() -> SourceChooserViewSet:
    """Let citations choose their source by searching."""
    return source_chooser
