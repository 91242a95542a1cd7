# SPDX-License-Identifier: EUPL-1.2
"""What a reporter does: reports, adds to it. And what time does: a receipt ends."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from baken.bridge.letters import new_pair
from baken.bridge.models import Reply, Report
from baken.bridge.reports import put_in, this_hour
from baken.core.clock import today
from baken.open.reporting import receipts
from baken.open.reporting.reads import Opened, derived, open_receipt
from baken.open.reporting.receipts import Receipt

LASTS = timedelta(days=90)  # from the last time the receipt was used
_GONE: dict[str, Any] = dict.fromkeys(("public", "until", "locator", "salt", "verifier", "wrapped"))
Content = Mapping[str, Any]


class AlreadySent(Exception):
    """The very same report is in already, and under another receipt."""


def report(*, report: UUID, receipt: Receipt, content: Content, files: Sequence[Content] = ()) -> Receipt:
    """Seal a report to the centre and keep what its receipt opens; return the receipt that is to be shown.

    Sent a second time because no answer came, it is the same report and the same receipt. Raises NoRecipient, or
    AlreadySent where the receipt is another.
    """
    receipt = receipt if not _is_anothers(receipt, report) else Receipt.new()
    said = _digest([content, *files])
    try:
        with transaction.atomic():
            public = _keep(report, receipt, said)
            put_in(report, [{**content, "public": public}, *files])
    except IntegrityError as error:
        _again(report, receipt, said, [{**content, "kind": "addition"}, *files], error)
    return receipt


def _again(report: UUID, receipt: Receipt, said: bytes, contents: list[Content], error: IntegrityError) -> None:
    """Take what was changed before it was sent once more as an addition; the very same is not taken twice."""
    found = open_receipt(receipt)
    if found is None or found.report.pk != report:
        raise AlreadySent("this report is in already") from error
    if found.said != said:
        put_in(report, contents)


def _digest(contents: Sequence[Content]) -> bytes:
    return hashlib.sha256(repr([sorted(each.items()) for each in contents]).encode()).digest()


def _keep(report: UUID, receipt: Receipt, said: bytes) -> bytes:
    public, private = new_pair()
    salt = receipts.new_salt()
    keys = derived(receipt, salt)
    Report(
        id=report,
        hour=this_hour(),
        public=public,
        until=today() + LASTS,
        locator=receipt.locator,
        salt=salt,
        verifier=keys.verifier,
        # What was said goes along as a digest, sealed: so a second sending is known for the same.
        wrapped=receipts.wrap(keys.wrapping, private + said, report),
    ).save(force_insert=True)
    return public


def _is_anothers(receipt: Receipt, report: UUID) -> bool:
    return Report.objects.filter(locator=receipt.locator).exclude(pk=report).exists()


@transaction.atomic
def add(*, to: Opened, content: Content, files: Sequence[Content] = ()) -> None:
    """Seal what a reporter adds to her report; raise NoRecipient where nothing can be sealed."""
    put_in(to.report.pk, [content, *files])


def keep_longer(*, to: Opened) -> None:
    """Let a receipt that was used last its term from today."""
    Report.objects.filter(pk=to.report.pk).exclude(until=None).update(until=today() + LASTS)


@transaction.atomic
def forget_past(*, on: date) -> int:
    """Remove all that receipts past their term would open, the replies too; return how many ended."""
    past = list(Report.objects.select_for_update().filter(until__lt=on).values_list("pk", flat=True))
    Reply.objects.filter(report__in=past).delete()
    return Report.objects.filter(pk__in=past).update(**_GONE)
