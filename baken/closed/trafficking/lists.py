# SPDX-License-Identifier: EUPL-1.2
"""The lists of codes of what was done to her (pure)."""

from collections.abc import Mapping
from pathlib import Path

from baken.closed.casework import codes
from baken.closed.casework.codes import Code, Lists

FOLDER = Path(__file__).parent / "codes"


def lists() -> Lists:
    """Return every list."""
    return codes.lists(FOLDER)


def of(name: str) -> Mapping[str, Code]:
    """Return the codes of a list by their keys."""
    return lists()[name]
