# SPDX-License-Identifier: EUPL-1.2
"""Which documents stand beside the sheet, as a section of it."""

from django.utils.translation import gettext as _

from baken.closed.retention.copy.sheets.wording import Copy, Sheet, rows, standing


def documents(copy: Copy) -> Sheet:
    """Return each document, and where in the copy its files are."""
    told = standing(copy["documents"])
    lines = [(each["title"], ", ".join(version["path"] for version in each["versions"])) for each in told]
    return rows(_("Documents, which are beside this paper"), lines) | {"nothing": _("There are no documents.")}
