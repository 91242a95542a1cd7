# SPDX-License-Identifier: EUPL-1.2
"""How to reach somebody, as a section of the sheet."""

from django.utils.translation import gettext as _

from baken.closed.casework.person import countries
from baken.closed.retention.copy.sheets.wording import Copy, Sheet, rows


def contact(copy: Copy) -> Sheet:
    """Return how to reach her."""
    told = copy["contact"]
    post = [told.get(f"post_{each}") for each in ("street", "code", "city", "state")]
    country = countries.named(told.get("post_country", ""))
    lines = [
        (_("Telephone"), told.get("phone")),
        (_("Safe ways and times"), told.get("safe_ways")),
        (_("E-mail address"), told.get("email")),
        (_("Address for post"), ", ".join(each for each in (*post, country) if each)),
    ]
    return rows(_("Contact"), lines)
