# SPDX-License-Identifier: EUPL-1.2
"""A figure that was asked for, with its releases."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from baken.bridge import figures
from baken.bridge.figures import Shown


class Withdrawn(Exception):
    """The figure was shown here and is withdrawn; ``on`` is the day."""

    def __init__(self, on: date) -> None:
        super().__init__(f"withdrawn on {on}")
        self.on = on


@dataclass(frozen=True)
class Asked:
    """The release that was asked for, and all that can be read, the newest first."""

    shown: Shown
    releases: tuple[Shown, ...]

    @property
    def is_newest(self) -> bool:
        """Return whether no newer release took its place."""
        return self.shown == self.releases[0]


def asked(slug: str, release: UUID | None) -> Asked | None:
    """Return a release of a figure, the newest if none is named; None for what never was, and raise Withdrawn."""
    releases = tuple(figures.releases(slug))
    found = [each for each in releases if release in (None, each.release)]
    if found:
        return Asked(found[0], releases)
    if on := figures.withdrawn(slug):
        raise Withdrawn(on)
    return None
