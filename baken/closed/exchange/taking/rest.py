# SPDX-License-Identifier: EUPL-1.2
"""What of a record nobody has taken yet: whatever is left at the end is not lost but said (pure)."""

from collections.abc import Sequence

from baken.standards.htcds.records import Record


class Rest:
    """The values of a record that was asked about; each part takes what it has a place for."""

    def __init__(self, record: Record) -> None:
        self.values = {name: value for name, value in record.items() if value is not None}

    def has(self, *names: str) -> bool:
        """Return whether any of these was asked."""
        return any(name in self.values for name in names)

    def text(self, name: str) -> str:
        """Return a value that is one text, or nothing."""
        found = self.values.get(name)
        return found if isinstance(found, str) else ""

    def codes(self, name: str) -> list[str]:
        """Return a value of several codes, or none."""
        found = self.values.get(name)
        return list(found) if isinstance(found, list) else []

    def take(self, *names: str) -> None:
        """Say that these have their place now."""
        for name in names:
            self.values.pop(name, None)

    def leave(self, name: str, codes: Sequence[str]) -> None:
        """Say that of several codes these have no place."""
        self.values[name] = list(codes)
        if not codes:
            self.take(name)
