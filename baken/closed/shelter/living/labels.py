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
FAULTS = [
    ("lock", _("lock or door")),
    ("window", _("window")),
    ("smoke", _("smoke alarm")),
    ("heating", _("heating or hot water")),
    ("water", _("tap, shower or toilet")),
    ("power", _("electricity or light")),
    ("furniture", _("bed or furniture")),
    ("damp", _("damp or mould")),
    ("pests", _("pests")),
    ("dirt", _("not clean")),
    ("other", _("something else")),
]
THINGS = [
    ("room-key", _("key of the room")),
    ("front-door", _("key of the front door")),
    ("phone", _("phone")),
    ("tag", _("tag")),
    ("laptop", _("laptop")),
]
BACK, LOST = "back", "lost"
RETURNS = [(BACK, _("back")), (LOST, _("lost"))]
SCHOOLS = [("school", _("school")), ("day-care", _("day care"))]
WEEKDAYS = [
    (1, _("Monday")),
    (2, _("Tuesday")),
    (3, _("Wednesday")),
    (4, _("Thursday")),
    (5, _("Friday")),
]
MISSED = [
    ("ill", _("ill")),
    ("appointment", _("an appointment")),
    ("unsafe", _("not safe to go")),
    ("transport", _("nobody could bring the child")),
    ("free", _("the school is closed")),
    ("other", _("something else")),
]
