# SPDX-License-Identifier: EUPL-1.2
"""The hatch to the public: the closed door lays figures that were released, and the open door shows them.

What comes through is a figure that hides what is small, or nothing; it is looked at on both sides. A release is never
altered: a newer one of the same figure takes its place, and older ones stay to be read until the figure is withdrawn.
"""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from baken.bridge.models import Release
from baken.tabulation.carrying import Unsound, packed, unpacked, unpacked_words
from baken.tabulation.releasing import Unfit, check_may_leave
from baken.tabulation.shapes import Figure, Words

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Shown:
    """A release of a figure as the public sees it; ``method`` says in words how it was made and protected."""

    release: UUID
    slug: str
    figure: Figure
    method: Words
    released_on: date


# The closed door's side.


def lay(  # noqa: PLR0913 - a release is all of these
    *, release: UUID, slug: str, figure: Figure, method: Words, released_on: date, replaces: UUID | None
) -> None:
    """Lay a release for everybody to see, in the place of the one that it replaces; one that lies here stays as it is.

    Raises Unsound or Unfit for a figure that may not be seen, and IntegrityError where another release is newest.
    """
    said, words = packed(figure), asdict(method)
    _looked_at(said)
    unpacked_words(words)
    if not Release.objects.filter(pk=release).only("id").exists():
        row = Release(id=release, slug=slug, figure=said, method=words, released_on=released_on, replaces=replaces)
        row.save(force_insert=True)


def withdraw(*, slug: str, on: date) -> None:
    """Withdraw a figure with all its releases; its address says from now on that it was withdrawn."""
    Release.objects.filter(slug=slug, withdrawn_on=None).update(withdrawn_on=on)


# The open door's side. Its role reads and writes nothing.


def shown() -> list[Shown]:
    """Return the newest release of every figure that was not withdrawn, the newest first."""
    return list(_sound(_newest().filter(withdrawn_on=None).order_by("-released_on", "slug")))


def figure(slug: str) -> Shown | None:
    """Return the newest release of a figure, None where there is none to show."""
    return next(_sound(_newest().filter(slug=slug, withdrawn_on=None)), None)


def releases(slug: str) -> list[Shown]:
    """Return every release of a figure that was not withdrawn, the newest first."""
    found = {each.replaces: each for each in Release.objects.filter(slug=slug)}
    line: list[Release] = []
    while each := found.get(line[-1].pk if line else None):
        line.append(each)
    return list(_sound(each for each in reversed(line) if each.withdrawn_on is None))


def withdrawn(slug: str) -> date | None:
    """Return the day on which a figure was withdrawn that was shown before, None for one that is shown or never was."""
    found = _newest().filter(slug=slug).values_list("withdrawn_on", flat=True)
    return found.first()


def _newest() -> QuerySet[Release]:
    return Release.objects.filter(~Exists(Release.objects.filter(replaces=OuterRef("pk"))))


def _sound(rows: Iterable[Release]) -> Iterator[Shown]:
    """Yield what may be shown: whoever has the database may have laid something past the rules."""
    for row in rows:
        try:
            yield Shown(row.pk, row.slug, _looked_at(row.figure), unpacked_words(row.method), row.released_on)
        except (Unsound, Unfit) as error:
            _log.warning("release %s of figure %s is not shown: %s", row.pk, row.slug, error)


def _looked_at(said: object) -> Figure:
    """Return the figure that JSON values tell of, if they tell of nothing else; raise Unsound or Unfit."""
    found = unpacked(said)
    if packed(found) != said:
        raise Unsound("it says more than a figure does")
    check_may_leave(found)
    return found
