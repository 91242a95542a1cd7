# SPDX-License-Identifier: EUPL-1.2
"""What we add to Wagtail's editor."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from baken.open.articles import reads
from baken.open.articles.choosers import SourceChooserViewSet, source_chooser
from baken.open.articles.links import AddressLinkHandler


@hooks.register("register_admin_viewset")
def register_source_chooser() -> SourceChooserViewSet:
    """Let citations choose their source by searching."""
    return source_chooser


@hooks.register("register_admin_menu_item")
def register_account() -> MenuItem:
    """Lead editors to their second step, their sessions and their password."""
    return MenuItem(_("Second step"), reverse_lazy("account_second_factor"), icon_name="lock", order=9000)


@hooks.register("before_serve_page")
def tell_translations(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> None:
    """Let the page's frame name the same page in other languages."""
    request.translations = reads.translations(page)  # type: ignore[attr-defined]


@hooks.register("register_rich_text_features", order=100)
def link_by_address(features: Any) -> None:
    """Write out links between pages with one query a text."""
    features.register_link_type(AddressLinkHandler)
