# SPDX-License-Identifier: EUPL-1.2
"""What a file cannot be judged for, from some row on."""


class Broken(ValueError):
    """A file is not of its format from a row on; the message says how."""

    def __init__(self, row: int, says: str) -> None:
        super().__init__(says)
        self.row = row
