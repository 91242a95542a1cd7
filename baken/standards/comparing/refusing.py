# SPDX-License-Identifier: EUPL-1.2
"""What is refused of a published table, so that whoever reads it knows what is not counted."""

from typing import NamedTuple


class Refusal(NamedTuple):
    """A cell that cannot be read: its row as a spreadsheet shows it, its column, and what is wrong."""

    row: int
    column: str
    wrong: str
