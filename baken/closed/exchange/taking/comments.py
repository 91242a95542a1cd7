# SPDX-License-Identifier: EUPL-1.2
"""A case comment taken apart again: safe ways to reach her, and values beside the first (see `fitting`; pure)."""

import re
from typing import NamedTuple

from baken.closed.exchange.fitting import SAFE_WAYS

# Fields of one value of which a file may hold several.
SEVERAL = (
    "vic_ForcedLabourIndustry", "vic_LocationOfRecruitment", "vic_LocationOfExploitation",
    "cas_ReferringOrganisation", "cas_IncomingReferralDate", "cas_ReferringPrimaryCaseWorker",
    "cas_ReasonForIncomingReferral", "cas_IncomingReferralDetails",
)  # fmt: skip
_BESIDE = re.compile(rf"^({'|'.join(SEVERAL)}): ", re.MULTILINE)


class Comment(NamedTuple):
    """How she is reached safely, values beside the first by their fields, and what else was said."""

    safe_ways: str
    beside: dict[str, list[str]]
    words: str


def taken_apart(comment: str) -> Comment:
    """Return what a comment says."""
    first, *pairs = _BESIDE.split(comment)
    names, values = pairs[::2], pairs[1::2]
    beside = {name: value.removesuffix("\n").split("; ") for name, value in zip(names, values, strict=True)}
    words = first.removesuffix("\n") if pairs else first
    opening = f"{SAFE_WAYS}: "
    if words.startswith(opening):
        return Comment(words.removeprefix(opening), beside, "")
    return Comment("", beside, words)
