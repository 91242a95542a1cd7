# SPDX-License-Identifier: EUPL-1.2
"""One household's page: what is asked for, how dangerous it is, where she is, what was answered. Logged."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from baken.closed.access import reads as access
from baken.closed.access.actions import me
from baken.closed.access.admitting import note
from baken.closed.access.parts import Part
from baken.closed.access.rules import Ground, Refused, Standing
from baken.closed.audit.activities import Action, Activity
from baken.closed.shelter import rules
from baken.closed.shelter.admitting import is_housed
from baken.closed.shelter.labels import ACCEPTED, MISSING, REFUSED, UNKNOWN
from baken.closed.shelter.models import Absence, Guest, Onward, Request, Screening, Stay
from baken.closed.shelter.placing.instance import Sex, Span
from baken.closed.shelter.weighing import rules as weighing
from baken.closed.shelter.weighing.reads import Party
from baken.core.clock import today


@dataclass(frozen=True)
class Household:
    """What the acting user sees of a household, and what she may do."""

    dossier: UUID
    on_team: bool
    asks: bool
    gives: bool
    told_where: bool
    request: Request | None
    guests: list[Guest]
    screenings: list[Screening]
    stays: list[Stay]
    absences: list[Absence]
    onwards: list[Onward]

    @property
    def is_open(self) -> bool:
        """Whether somebody asks for a place, or has one."""
        return self.request is not None and self.request.ended_at is None

    @property
    def screening(self) -> Screening | None:
        """The screening that counts."""
        return next((each for each in self.screenings if each.struck_at is None), None)

    @property
    def stay(self) -> Stay | None:
        """The stay that has not ended; a hold that ran out is none."""
        return next((each for each in self.stays if each.is_open), None)

    @property
    def past(self) -> list[Stay]:
        """Stays that ended, the newest first."""
        return [each for each in self.stays if each.ended_at]

    @property
    def away(self) -> Absence | None:
        """Who of her stay is away, or None."""
        here = self.stay
        return next(
            (each for each in self.absences if each.ended_at is None and here and each.stay_id == here.pk), None
        )

    @property
    def is_missing(self) -> bool:
        """Whether she is missing."""
        return self.away is not None and self.away.kind == MISSING

    @property
    def onward(self) -> Onward | None:
        """What was offered elsewhere and waits for an answer."""
        return next((each for each in self.onwards if each.ended_at is None), None)

    @property
    def is_nobodys(self) -> bool:
        """Whether she was refused and nobody else has accepted her: then she is still ours to help."""
        if self.request is None or self.request.how != REFUSED:
            return False
        return not any(each.request_id == self.request.pk and each.how == ACCEPTED for each in self.onwards)

    @property
    def may_give(self) -> bool:
        """Whether what is held can be given: nothing is set aside, or another agreed."""
        stay = self.stay
        return bool(self.gives and stay and stay.hold_until and (not stay.lifted or stay.seconded_by_id))

    @property
    def may_review(self) -> bool:
        """Whether the acting user may look again at a stay of the night: not at what she gave herself."""
        stay = self.stay
        return bool(self.gives and stay and stay.review_by and not stay.reviewed_at and stay.given_by_id != me())

    @property
    def is_unknown(self) -> bool:
        """Whether sex or age of somebody who came is not known."""
        return any(each.sex == Sex.OTHER or (each.born is None and each.age == UNKNOWN) for each in self.guests)

    @property
    def initials(self) -> str:
        """By what the house calls them."""
        return self.party.initials if self.party else ""

    @cached_property
    def party(self) -> Party | None:
        """The household as the placing knows it."""
        return Party(self.request, self.guests, self.screening) if self.request else None

    @property
    def needs_guardian(self) -> bool:
        """Whether somebody with authority must consent and nobody has."""
        if self.request is None or self.request.consent:
            return False
        on = self.request.arrive_on
        return weighing.needs_guardian((weighing.member(each.sex, each.born, each.age, on) for each in self.guests), on)

    @property
    def may_second(self) -> bool:
        """Whether the acting user may agree that a rule is set aside."""
        stay = self.stay
        return bool(self.gives and stay and stay.lifted and not stay.seconded_by_id and stay.given_by_id != me())

    @property
    def nights(self) -> Span | None:
        """The nights that are asked for, from today on."""
        if self.request is None:
            return None
        return Span(max(self.request.arrive_on, today()), max(self.request.leave_on, today()))


def household(dossier: UUID) -> Household:
    """Return a household's page; raise Refused for whoever is neither on the team nor in the house."""
    standing = access.standing(dossier)
    housed = is_housed(dossier)
    ground = rules.check_ground(standing, Part.CONTACT, housed=housed)
    request = (
        Request.objects.filter(dossier=dossier).select_related("asked_by", "ended_by").order_by("-asked_at").first()
    )
    note(standing, Activity.READ, Action.READ, part=Part.CONTACT, ground=ground, kind="request", objects=_keys(request))
    where = _ground_to_know_where(standing, housed=housed)
    return Household(
        dossier=dossier,
        on_team=rules.by_team(standing, Part.COVER) is not None,
        asks=rules.by_team(standing, Part.CONTACT) is not None,
        gives=housed and rules.by_house(standing) is not None,
        told_where=where is not None,
        request=request,
        guests=list(Guest.objects.filter(request=request).order_by("number")),
        screenings=list(
            Screening.objects.filter(dossier=dossier).select_related("recorded_by").order_by("-recorded_at")
        ),
        stays=_stays(standing, where) if where else [],
        absences=list(Absence.objects.filter(dossier=dossier).order_by("-since")),
        onwards=list(Onward.objects.filter(dossier=dossier).select_related("offered_by").order_by("-offered_at")),
    )


def _ground_to_know_where(standing: Standing, *, housed: bool) -> Ground | None:
    """Return the ground on which the acting user may know where she is, or None."""
    try:
        return rules.check_ground(standing, Part.WHEREABOUTS, housed=housed)
    except Refused:
        return None


def _stays(standing: Standing, ground: Ground) -> list[Stay]:
    """Return her stays, the newest first; it is logged."""
    found = Stay.objects.filter(dossier=standing.dossier).select_related("unit__location", "given_by", "seconded_by")
    stays = list(found.order_by("-from_on", "-given_at"))
    objects = [each.pk for each in stays]
    note(standing, Activity.READ, Action.READ, part=Part.WHEREABOUTS, ground=ground, kind="stay", objects=objects)
    return stays


def _keys(request: Request | None) -> list[UUID]:
    return [request.pk] if request else []


def writable(dossier: UUID) -> Household:
    """Return a household whose request is open; raise Refused for another."""
    found = household(dossier)
    if not found.is_open:
        raise Refused("nobody asks for a place here")
    return found


def given_by_me(dossier: UUID) -> Household:
    """Return a household to which the acting user may give a place; raise Refused for another."""
    found = writable(dossier)
    if not found.gives:
        raise Refused("does not give places here")
    return found
