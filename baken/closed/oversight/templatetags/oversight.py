# SPDX-License-Identifier: EUPL-1.2
"""What was done with people's own keys, in words."""

from django import template
from django.utils.translation import gettext_lazy as _

from baken.closed.audit.models import Entry

register = template.Library()
# By what it was done to, and how.
CEREMONIES = {
    ("holder", "chosen"): _("chose a vault passphrase"),
    ("holder", "changed"): _("changed the vault passphrase"),
    ("holder", "renewed"): _("took the key back after forgetting"),
    ("keeper", "chosen"): _("became a keeper"),
    ("keeper", "renewed"): _("started anew as a keeper"),
    ("renewal", "asked"): _("asked keepers for help"),
    ("renewal", "helped"): _("helped a colleague who had forgotten it"),
    ("renewal", "withdrawn"): _("took back what was asked"),
    ("", "too-often"): _("tried a passphrase too often"),
}


@register.filter
def ceremony(entry: Entry) -> str:
    """Return what an entry about somebody's own key tells."""
    return str(CEREMONIES.get((entry.kind, entry.facts.get("how", "")), _("did something with keys")))
