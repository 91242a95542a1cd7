# SPDX-License-Identifier: EUPL-1.2
"""What the law still asks in a file that somebody wants to close. It names no term: who closes may not read the law."""

from uuid import UUID

from django.utils.translation import gettext as _

from baken.closed.access.admitting import admit
from baken.closed.access.parts import Part
from baken.closed.legal.models import Watch


def goes_on(dossier: UUID) -> list[str]:
    """Return, in words, that terms run or passed unanswered; raise Refused for who may not see the file."""
    admit(dossier, Part.COVER, kind="watch")
    waits = Watch.objects.filter(dossier=dossier, until__isnull=False).exists()
    return [_("Terms of the law still run: look at Rights and terms.")] if waits else []
