# SPDX-License-Identifier: EUPL-1.2
"""What the codes of a night are called."""

from django.utils.translation import gettext_lazy as _

AWAKE, ASLEEP, PHONE = "awake", "asleep", "phone"
HOW = [
    (AWAKE, _("awake")),
    (ASLEEP, _("asleep, on call")),
    (PHONE, _("reachable by phone")),
]
