# SPDX-License-Identifier: EUPL-1.2
"""The centre's own key pair, to which the open door seals reports: made once, wrapped by the root key."""

from uuid import UUID

from baken.bridge.letters import new_pair
from baken.closed.vault.keks import newest_root
from baken.closed.vault.models import ReportKey
from baken.closed.vault.reads import root_keys
from baken.closed.vault.wrapping import unwrap_report_key, wrap_report_key


def in_use() -> ReportKey:
    """Return the key pair in use, made where there is none; of two who make one at a time one is kept."""
    public, private = new_pair()
    made = ReportKey(public=public)
    wrap_report_key(made, private, newest_root())
    kept = {"id": made.pk, "public": made.public, "wrapped": made.wrapped, "root": made.root}
    return ReportKey.objects.get_or_create(ended_at=None, defaults=kept)[0]


def private_keys() -> dict[UUID, bytes]:
    """Return every private key for reports by its row: letters that were sealed to an ended one may still wait."""
    roots = root_keys()
    return {row.pk: unwrap_report_key(row, roots) for row in ReportKey.objects.all()}
