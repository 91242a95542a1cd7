# SPDX-License-Identifier: EUPL-1.2
"""Who may see whom: the one place that decides (pure).

Allowed is: an active account, and a place on the care team now, or a live consent for this agency,
this part and this purpose, or a live break-the-glass; and a role that is cleared for the part. The
database enforces the same under it, on its own (`sql/`).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from baken.closed.access.parts import CLEARANCE, OPENERS, OVERSEERS, PURPOSE, Part, Role


class Refused(Exception):
    """Somebody may not do this; the message is for the log, the page says what an unknown address says."""


@dataclass(frozen=True)
class Span:
    """From a moment until another, or without an end."""

    since: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Post:
    """A role that somebody has had at an agency."""

    agency: UUID
    role: Role
    span: Span
    suspended: bool = False


@dataclass(frozen=True)
class Place:
    """A place on the dossier's care team, past or present."""

    row: UUID
    span: Span


@dataclass(frozen=True)
class Grant:
    """What the person concerned consented to."""

    row: UUID
    agency: UUID
    parts: frozenset[str]
    purpose: str
    span: Span
    withdrawn: bool = False


@dataclass(frozen=True)
class Breakage:
    """A glass that this person broke over this dossier."""

    row: UUID
    span: Span


@dataclass(frozen=True)
class Standing:
    """All that counts when somebody asks for a dossier: raw facts with their dates, judged here."""

    now: datetime
    dossier: UUID
    agency: UUID
    user: UUID
    active: bool
    posts: tuple[Post, ...] = ()
    subject: UUID | None = None
    places: tuple[Place, ...] = ()
    grants: tuple[Grant, ...] = ()
    breakages: tuple[Breakage, ...] = ()


@dataclass(frozen=True)
class Ground:
    """Why somebody may read: the kind of ground, the row that gives it, and in which role."""

    kind: str
    row: UUID | None
    role: Role


Way = Callable[[Standing, Part], Iterator[Ground]]


def ground(standing: Standing, part: Part) -> Ground | None:
    """Return on what ground a part may be read, the strongest first, or None."""
    return next(grounds(standing, part, WAYS), None)


def ground_to_write(standing: Standing, part: Part) -> Ground | None:
    """Return on what ground a part may be written: only a place on the team is one."""
    return next(grounds(standing, part, (by_team,)), None)


def grounds(standing: Standing, part: Part, ways: tuple[Way, ...]) -> Iterator[Ground]:
    """Yield every ground for a part: somebody with two roles may have one in each."""
    if is_active(standing) and is_another(standing):
        yield from (found for way in ways for found in way(standing, part))


def check_can_read(standing: Standing, part: Part) -> Ground:
    """Return the ground; raise Refused where there is none."""
    found = ground(standing, part)
    if found is None:
        raise Refused(f"no ground to read {part}")
    return found


def check_can_write(standing: Standing, part: Part) -> Ground:
    """Return the ground; raise Refused where there is none."""
    found = ground_to_write(standing, part)
    if found is None:
        raise Refused(f"no ground to write {part}")
    return found


def by_team(standing: Standing, part: Part) -> Iterator[Ground]:
    """Yield the grounds of a place on the team, in a role at the dossier's own agency."""
    for post in posts(standing):
        if is_own(post, standing) and is_cleared(post, part):
            yield from (
                Ground("team", place.row, post.role) for place in standing.places if is_live(place.span, standing.now)
            )


def by_consent(standing: Standing, part: Part) -> Iterator[Ground]:
    """Yield the grounds that the person concerned gave to the reader's agency."""
    for post in posts(standing):
        if is_cleared(post, part) and is_shareable(part):
            yield from (
                Ground("consent", grant.row, post.role)
                for grant in standing.grants
                if covers(grant, post, part, standing)
            )


def by_glass(standing: Standing, part: Part) -> Iterator[Ground]:
    """Yield the grounds of a broken glass; it never opens what is sealed to named holders."""
    for post in posts(standing):
        if is_own(post, standing) and is_cleared(post, part) and is_shareable(part):
            yield from (
                Ground("glass", each.row, post.role) for each in standing.breakages if is_live(each.span, standing.now)
            )


def by_oversight(standing: Standing, part: Part) -> Iterator[Ground]:
    """Yield the ground of those who keep order over an agency's files: the cover alone."""
    for post in posts(standing):
        if is_own(post, standing) and is_overseer(post) and is_cover(part):
            yield Ground("oversight", None, post.role)


WAYS: tuple[Way, ...] = (by_team, by_consent, by_glass, by_oversight)


# The conditions, one a function, so that a test can take each away and see that it is missed.


def is_active(standing: Standing) -> bool:
    """Return whether the account may be used at all."""
    return standing.active


def is_another(standing: Standing) -> bool:
    """Return whether the file is somebody else's: nobody works on her own."""
    return standing.subject != standing.user


def is_live(span: Span, now: datetime) -> bool:
    """Return whether a span has begun and not ended."""
    return span.since <= now and (span.until is None or now < span.until)


def is_open(post: Post) -> bool:
    """Return whether the agency's kill switch has not been pulled."""
    return not post.suspended


def is_own(post: Post, standing: Standing) -> bool:
    """Return whether a post is at the agency whose dossier it is."""
    return post.agency == standing.agency


def is_cleared(post: Post, part: Part) -> bool:
    """Return whether the role works with this part."""
    return part in CLEARANCE.get(post.role, frozenset())


def is_shareable(part: Part) -> bool:
    """Return whether a part may be read by another ground than a place on the team."""
    return part != Part.WHEREABOUTS


def is_overseer(post: Post) -> bool:
    """Return whether a role keeps order over an agency's files."""
    return post.role in OVERSEERS


def is_cover(part: Part) -> bool:
    """Return whether a part is the cover."""
    return part == Part.COVER


def covers(grant: Grant, post: Post, part: Part, standing: Standing) -> bool:
    """Return whether a consent is for this agency, this part and this purpose, and still stands."""
    return (
        grant.agency == post.agency
        and part in grant.parts
        and fits(grant, post)
        and not is_withdrawn(grant)
        and is_live(grant.span, standing.now)
    )


def fits(grant: Grant, post: Post) -> bool:
    """Return whether the role reads for the purpose that was consented to."""
    return PURPOSE.get(post.role) == grant.purpose


def is_withdrawn(grant: Grant) -> bool:
    """Return whether a consent was taken back."""
    return grant.withdrawn


def posts(standing: Standing) -> Iterator[Post]:
    """Yield the roles that somebody has now, at agencies that may work here."""
    return (post for post in standing.posts if is_live(post.span, standing.now) and is_open(post))


def roles_at(standing: Standing, agency: UUID) -> frozenset[Role]:
    """Return the roles that somebody has now at an agency."""
    return frozenset(post.role for post in posts(standing) if post.agency == agency)


def can_open(roles: frozenset[Role]) -> bool:
    """Return whether these roles open dossiers."""
    return bool(roles & OPENERS)


def can_seat(standing: Standing) -> bool:
    """Return whether somebody may change the care team: a manager of the agency, or a case manager on the team."""
    seating = {("oversight", Role.MANAGER), ("team", Role.CASE_MANAGER)}
    return any((found.kind, found.role) in seating for found in grounds(standing, Part.COVER, WAYS))


def can_record_consent(standing: Standing) -> bool:
    """Return whether somebody may write down what the person consents to: who talks with her, on the team."""
    return any(found.role in OPENERS for found in grounds(standing, Part.CONTACT, (by_team,)))


def can_break(standing: Standing, unreviewed: int) -> bool:
    """Return whether somebody may break the glass: a casework role here, nothing left unreviewed."""
    cleared = any(is_own(post, standing) and is_cleared(post, Part.IDENTITY) for post in posts(standing))
    return is_active(standing) and is_another(standing) and cleared and unreviewed == 0
