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
ACCEPTED, REFUSED, WITHDRAWN = "accepted", "refused", "withdrawn"
ANSWERS = [(ACCEPTED, _("accepted")), (REFUSED, _("refused")), (WITHDRAWN, _("withdrawn"))]
CLOSED, REOPENED = "closed", "reopened"
CLOSURES = [(CLOSED, _("closed")), (REOPENED, _("reopened"))]
OUTCOMES = [
    ("own-life", _("she goes on by herself, safely")),
    ("other-care", _("other care goes on without us")),
    ("handed-over", _("another organisation took over")),
    ("returned", _("she returned to another country")),
    ("stopped", _("she did not want to go on")),
    ("out-of-sight", _("she is out of sight")),
    ("no-trafficking", _("it was not human trafficking")),
    ("died", _("she died")),
    ("other", _("something else")),
]
