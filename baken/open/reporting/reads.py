# SPDX-License-Identifier: EUPL-1.2
"""Opening a receipt, in the memory of one request. One that is not there takes as long to try as a right one."""

import hmac
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from baken.bridge.models import Reply, Report
from baken.bridge.replies import opened
from baken.core.clock import today
from baken.core.slots import slot
from baken.open.reporting import receipts
from baken.open.reporting.receipts import Keys, Receipt

_KEY_BYTES = 32
_AT_A_TIME = 2  # of 128 MiB each
_NOBODYS = Report(salt=bytes(receipts.SALT_BYTES), verifier=bytes(32), wrapped=b"")


@dataclass(frozen=True)
class Opened:
    """A report whose receipt was typed, with the key to its replies. Never stored."""

    report: Report
    private: bytes = field(repr=False)
    said: bytes  # digest of what was reported first

    def replies(self) -> list[tuple[Reply, str]]:
        """Return what the centre answered, oldest first."""
        return opened(self.report, self.private)


def open_receipt(receipt: Receipt) -> Opened | None:
    """Return the report of a receipt, or None where no report answers to it."""
    found = Report.objects.filter(locator=receipt.locator, until__gte=today()).first() or _NOBODYS
    keys = derived(receipt, bytes(found.salt or b""))
    right = hmac.compare_digest(keys.verifier, bytes(found.verifier or b""))
    kept = receipts.unwrap(keys.wrapping, bytes(found.wrapped or b""), found.pk)
    return Opened(found, kept[:_KEY_BYTES], kept[_KEY_BYTES:]) if right and kept else None


def derived(receipt: Receipt, salt: bytes) -> Keys:
    """Return the keys of a receipt; two at a time on this machine, for each takes much memory."""
    with slot("receipt", Path(settings.RECEIPT_SLOTS), of=_AT_A_TIME):
        return receipts.keys(receipt.secret, salt=salt, pepper=_pepper(), cost=settings.RECEIPT_COST)


def _pepper() -> bytes:
    """Read at each use: it stands in no settings that an error report could show."""
    return Path(settings.RECEIPT_PEPPER).read_bytes().strip()
