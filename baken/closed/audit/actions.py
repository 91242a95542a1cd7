# SPDX-License-Identifier: EUPL-1.2
"""The one way into the log."""

import re
from collections.abc import Mapping, Sequence
from uuid import UUID

from baken.closed.audit.acting import acting
from baken.closed.audit.activities import Action, Activity, Outcome
from baken.closed.audit.models import Entry

_LONGEST = 200  # characters of a text that came from outside
_UNKEEPABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")  # a column cannot hold it, or a line would break at it
_WORD = re.compile(r"[^\s@\x00-\x1f\ud800-\udfff]{0,80}")


def record(  # noqa: PLR0913 - one word for each thing that an entry tells
    *,
    activity: str,
    action: Action,
    outcome: Outcome = Outcome.DONE,
    dossier: UUID | None = None,
    dossier_agency: UUID | None = None,
    kind: str = "",
    objects: Sequence[UUID | str] = (),
    part: str = "",
    sensitivity: str = "",
    ground: str = "",
    ground_row: UUID | None = None,
    facts: Mapping[str, str] | None = None,
) -> Entry:
    """Write an entry about whoever acts now, in the caller's transaction: no entry, no answer.

    Objects and facts are single words: a key, a number, a code, a day. Raises ValueError for anything longer, which
    would be contents, and for an activity outside the list.
    """
    return Entry.objects.create(
        **_who(),
        activity=Activity(activity).value,
        action=Action(action).value,
        outcome=Outcome(outcome).value,
        dossier_id=dossier,
        dossier_agency_id=dossier_agency,
        kind=kind,
        objects_touched=[_word("objects", str(each)) for each in objects],
        part=part,
        sensitivity=sensitivity,
        ground=ground,
        ground_row=ground_row,
        facts={name: _word(name, value) for name, value in (facts or {}).items()},
    )


def _who() -> dict[str, object]:
    """Return the columns that tell who acts, and from where."""
    who = acting()
    return {
        "user_id": who.user,
        "agency_id": who.agency,
        "on_behalf_of_id": who.on_behalf_of,
        "roles": list(who.roles),
        "requestor": who.user is not None and who.on_behalf_of is None,
        "purpose": who.purpose,
        "session": who.session,
        "address": _plain(who.address),
        "trace": _plain(who.trace),
        "site": who.site,
        "component": who.component,
    }


def _plain(text: str) -> str:
    """Return a text that came from outside in a form that can always be kept: a log must not fail on a header."""
    return _UNKEEPABLE.sub("\N{REPLACEMENT CHARACTER}", text)[:_LONGEST]


def _word(name: str, value: str) -> str:
    if not _WORD.fullmatch(value):
        raise ValueError(f"a value of {name!r} is no single word; the log holds facts and never contents")
    return value
