# SPDX-License-Identifier: EUPL-1.2
"""What must hold of a source before it is stored."""

from baken.open.files.refusals import Refused
from baken.open.sources.importers.records import WorkRecord

_STEPS = {"", ".", ".."}


def check_can_be_addressed(record: WorkRecord) -> None:
    """Raise `Refused` for an identifier that could not stand in a permanent address.

    Such are control characters, and parts between slashes that are empty or that a browser would walk along.
    """
    parts = record.identifier.split("/")
    if not record.identifier.isprintable() or _STEPS.intersection(parts):
        raise Refused(f"{record.scheme} identifier {record.identifier!r} cannot be part of an address")
    if not record.scheme.isidentifier():
        raise Refused(f"{record.scheme!r} is no scheme: one word of letters and digits")
