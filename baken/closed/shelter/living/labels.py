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
