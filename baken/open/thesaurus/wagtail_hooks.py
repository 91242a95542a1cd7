# SPDX-License-Identifier: EUPL-1.2
"""The thesaurus in the editors' rooms: who may be given which right, and what is logged."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from baken.open.thesaurus import actions


@hooks.register("register_permissions")
def register_thesaurus_permissions() -> QuerySet[Permission]:
    """Let a group be given the rights to name concepts and to make them; both are needed for either."""
    return Permission.objects.filter(content_type__app_label="thesaurus", codename__in=["add_label", "add_concept"])


@hooks.register("register_log_actions")
def register_thesaurus_log(log: Any) -> None:
    """Name what is logged of the thesaurus."""
    log.register_action(actions.NAMED, _("Give a concept a name"), _("Concept given a name"))
    log.register_action(actions.UNNAMED, _("Take a name away from a concept"), _("Name taken away from a concept"))
    log.register_action(actions.MADE, _("Make a concept"), _("Concept made"))
