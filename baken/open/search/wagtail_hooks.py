# SPDX-License-Identifier: EUPL-1.2
"""The search in the editors' rooms, its lexicon and what readers look for: addresses, menu, rights, what is logged."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from baken.open.search.feedback import actions as feedback_actions
from baken.open.search.feedback import rules as feedback_rules
from baken.open.search.feedback import urls as feedback_urls
from baken.open.search.lexicon import actions, rules, urls


class LexiconItem(MenuItem):
    """The menu item of those who may look at the lexicon."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the user may look."""
        return rules.can_look(request.user)


class CandidatesItem(MenuItem):
    """The menu item of those who may look at what readers look for."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the user may look."""
        return feedback_rules.can_look(request.user)


@hooks.register("register_admin_urls")
def register_candidates() -> list[URLPattern]:
    """Open what readers look for to editors."""
    return feedback_urls.urlpatterns


@hooks.register("register_admin_menu_item")
def register_candidates_item() -> MenuItem:
    """Lead editors to what readers look for."""
    return CandidatesItem(_("Words looked for"), reverse_lazy("search_candidates"), icon_name="search", order=810)


@hooks.register("register_admin_urls")
def register_lexicon() -> list[URLPattern]:
    """Open the lexicon to editors."""
    return urls.urlpatterns


@hooks.register("register_admin_menu_item")
def register_lexicon_item() -> MenuItem:
    """Lead editors to the lexicon."""
    return LexiconItem(_("Lexicon"), reverse_lazy("search_lexicon"), icon_name="globe", order=800)


@hooks.register("register_permissions")
def register_search_permissions() -> QuerySet[Permission]:
    """Let a group be given the rights to look at the lexicon and at what readers look for, and to work on them."""
    codes = ["view_entry", "change_entry", "view_candidate", "change_candidate"]
    return Permission.objects.filter(content_type__app_label="search", codename__in=codes)


@hooks.register("register_log_actions")
def register_search_log(log: Any) -> None:
    """Name what is logged of the lexicon and of what readers look for."""
    log.register_action(actions.LEARNED, _("Learn the lexicon"), _("Lexicon learned"))
    log.register_action(actions.STRUCK, _("Strike an entry"), _("Entry struck"))
    log.register_action(actions.RESTORED, _("Put an entry back"), _("Entry put back"))
    log.register_action(feedback_actions.DISMISSED, _("Dismiss a word"), _("Word dismissed"))
    log.register_action(feedback_actions.RESTORED, _("Put a word back"), _("Word put back"))
    log.register_action(feedback_actions.TAKEN, _("Take a word into the thesaurus"), _("Word taken into the thesaurus"))
