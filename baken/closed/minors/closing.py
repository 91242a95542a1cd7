# SPDX-License-Identifier: EUPL-1.2
"""What of a child's safety is not done yet in a file that somebody wants to close: a closed file reminds nobody."""

from uuid import UUID

from django.utils.translation import gettext as _

from baken.closed.minors import reads


def still_open(dossier: UUID) -> list[str]:
    """Return, in words, what stands in the way of closing a file; raise Refused for who may not read that."""
    found = reads.minor_of(dossier)
    said = {
        _("It must be reported to Veilig Thuis, and nobody wrote down that it was."): any(
            each.waits_for_report for each in found.rounds
        ),
        _("The reporting code is not finished. End it with a decision."): found.running is not None,
        _("Nobody has authority over her, and she is a minor or may be one."): found.person.lacks_guardian,
    }
    return [words for words, is_so in said.items() if is_so]
