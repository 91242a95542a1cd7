# SPDX-License-Identifier: EUPL-1.2
"""The hatch out: the closed door seals a reply to the reporter's public key, and only her receipt opens it."""

from uuid import UUID

from baken.bridge.letters import seal, unseal
from baken.bridge.models import Reply, Report
from baken.bridge.reports import this_hour


class NoReceipt(Exception):
    """The receipt is past its term: nobody would read a reply."""


def send(*, report: UUID, reply: UUID, text: str) -> None:
    """Seal a reply to whoever made a report; raise NoReceipt where the receipt is gone. For the closed door."""
    found = Report.objects.only("id", "public").filter(pk=report).first()
    if found is None or found.public is None:
        raise NoReceipt("the receipt is past its term")
    sealed = seal(bytes(found.public), {"text": text}, report=report, letter=reply)
    Reply(id=reply, report_id=report, hour=this_hour(), sealed=sealed).save(force_insert=True)


def read_hours(replies: list[UUID]) -> dict[UUID, object]:
    """Return when each reply was read, for those that were. For the closed door."""
    return dict(Reply.objects.filter(pk__in=replies, read__isnull=False).values_list("pk", "read"))


def opened(report: Report, private: bytes) -> list[tuple[Reply, str]]:
    """Return the replies with their words, oldest first, and note that they were read. For the open door."""
    found = list(Reply.objects.filter(report=report).order_by("hour", "id"))
    Reply.objects.filter(report=report, read=None).update(read=this_hour())
    return [(each, unseal(private, bytes(each.sealed), report=report.pk, letter=each.pk)["text"]) for each in found]
