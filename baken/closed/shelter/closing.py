# SPDX-License-Identifier: EUPL-1.2
"""What of the house is not done yet in a file that somebody wants to close: a closed file reminds nobody."""

from uuid import UUID

from django.utils.translation import gettext as _

from baken.closed.shelter.asking.reads import household


def still_open(dossier: UUID) -> list[str]:
    """Return, in words, what stands in the way of closing a file; raise Refused for who may not read that."""
    found = household(dossier)
    said = {
        _("She has a place in the house, or asks for one. End that first."): found.is_open,
        _("She was refused a place, and nobody else has accepted her yet."): found.is_nobodys,
    }
    return [words for words, is_so in said.items() if is_so]
