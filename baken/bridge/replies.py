# SPDX-License-Identifier: EUPL-1.2
"""The hatch out: the closed door seals a reply to the reporter's public key, and only her receipt opens it."""

from uuid import UUID

from baken.bridge.letters import Unreadable, seal, unseal
from baken.bridge.models import Reply, Report
from baken.bridge.reports import this_hour


class NoReceipt(Exception):
    """The receipt is past its term: nobody would read a reply."""


def send(*, report: UUID, reply: UUID, text: str, to: bytes) -> None:
    """Seal a reply to the key that the reporter sent us; raise NoReceipt where nobody could read it any more.

    For the closed door. It does not ask the hatch for the key: whoever writes there would read the answers.
    """
    found = Report.objects.only("id", "public").filter(pk=report).first()
    if found is None or found.public is None:
        raise NoReceipt("the receipt is past its term")
    sealed = seal(to, {"text": text}, report=report, letter=reply)
    Reply(id=reply, report_id=report, hour=this_hour(), sealed=sealed).save(force_insert=True)


def read_hours(replies: list[UUID]) -> dict[UUID, object]:
    """Return when each reply was read, for those that were. For the closed door."""
    return dict(Reply.objects.filter(pk__in=replies, read__isnull=False).values_list("pk", "read"))


def opened(report: Report, private: bytes) -> list[tuple[Reply, str]]:
    """Return the replies with their words, oldest first, and note that they were read. For the open door.

    What does not open with her key was not sealed by us to her, and is left out.
    """
    found = [(each, _words(each, private)) for each in Reply.objects.filter(report=report).order_by("hour", "id")]
    shown = [(each, words) for each, words in found if words]
    Reply.objects.filter(pk__in=[each.pk for each, _ in shown], read=None).update(read=this_hour())
    return shown


def _words(reply: Reply, private: bytes) -> str:
    try:
        said = unseal(private, bytes(reply.sealed), report=reply.report_id, letter=reply.pk)
    except Unreadable:
        return ""
    return str(said.get("text", "")) if isinstance(said, dict) else ""
