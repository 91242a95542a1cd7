# SPDX-License-Identifier: EUPL-1.2
"""What areas of life and endings are called on a page."""

from django.utils.translation import gettext_lazy as _

AREAS = [
    ("safety", _("safety")),
    ("shelter", _("shelter and housing")),
    ("health", _("health")),
    ("law", _("law and residence")),
    ("income", _("income and debts")),
    ("school", _("school and work")),
    ("network", _("family and friends")),
    ("return", _("return to another country")),
]
REACHED, DROPPED, DONE = "reached", "dropped", "done"
GOAL_ENDINGS = [(REACHED, _("reached")), (DROPPED, _("let go of"))]
TASK_ENDINGS = [(DONE, _("done")), (DROPPED, _("dropped"))]
