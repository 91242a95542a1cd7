# SPDX-License-Identifier: EUPL-1.2
"""How long a session lasts, how fresh a proof is, and how a browser is called. Pure."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

# Whose name stands first in the list decides: Edge calls itself Chrome, and Chrome calls itself Safari.
_BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrom": "Chrome", "Safari": "Safari"}
_SYSTEMS = {each: each for each in ("Android", "iPhone", "iPad", "Windows")} | {"Mac OS": "Mac", "Linux": "Linux"}


class Ending(StrEnum):
    """Why a session ended by itself."""

    IDLE = "idle"
    ABSOLUTE = "absolute"
    UNPROVED = "unproved"


def ending(now: float, began: float, seen: float, *, idle: float | None, absolute: float) -> Ending | None:
    """Return why a session is over, or None while it lasts; times in seconds since 1970, limits in seconds."""
    if now - began >= absolute:
        return Ending.ABSOLUTE
    if idle is not None and now - seen >= idle:
        return Ending.IDLE
    return None


def proved_at(records: Sequence[dict[str, Any]]) -> float | None:
    """Return when a session last proved a second factor, from allauth's records of it; None if it never did."""
    return max((float(each["at"]) for each in records if each.get("method") == "mfa"), default=None)


def device(user_agent: str) -> str:
    """Return a browser and its system in two words that a person recognises, such as `Firefox, Linux`."""
    found = (_first(names, user_agent) for names in (_BROWSERS, _SYSTEMS))
    return ", ".join(filter(None, found))


def _first(names: dict[str, str], text: str) -> str | None:
    return next((name for mark, name in names.items() if mark in text), None)
