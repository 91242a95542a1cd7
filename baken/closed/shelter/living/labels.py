# SPDX-License-Identifier: EUPL-1.2
"""What the codes of daily life are called."""

from django.utils.translation import gettext_lazy as _

YES, NO = "yes", "no"
AGREED = [
    (YES, _("yes, agreed with her")),
    (NO, _("no: she does not agree")),
]
ALLOWED = [
    (YES, _("may come in")),
    (NO, _("may not come in")),
]
POLICE = [
    (YES, _("yes, called")),
    (NO, _("no")),
]
INCIDENTS = [
    ("threat", _("threat from outside, or somebody was found")),
    ("entered", _("somebody got in, or tried to")),
    ("violence", _("violence")),
    ("quarrel", _("quarrel, abuse, intimidation")),
    ("recruiting", _("a sign that somebody recruits or exploits here")),
    ("self-harm", _("she hurt herself, or wanted to die")),
    ("illness", _("illness or accident")),
    ("substances", _("alcohol or drugs")),
    ("child", _("a child was not safe")),
    ("fire", _("fire or smoke")),
    ("theft", _("theft or damage")),
    ("rule", _("a house rule or an agreement was broken")),
    ("other", _("something else")),
]
SEVERITIES = [
    ("slight", _("slight")),
    ("serious", _("serious")),
    ("grave", _("grave: somebody was or is in danger")),
]
