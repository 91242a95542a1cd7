# SPDX-License-Identifier: EUPL-1.2
"""The house and who is in it. Units are the agency's; a request and all that follows is a dossier's, and sealed.

Every end is exclusive: who leaves on a day does not sleep there that night. That no place is given twice, and that
nobody has two, the database itself holds (`sql/beds.sql`).
"""

import secrets
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from baken.closed.access.models import Agency, Dossier, Row
from baken.closed.casework.recorded import Recorded
from baken.closed.shelter.labels import ABSENCES, ANSWERS, CERTAINTIES, CLOSINGS, FINANCING, LENGTHS, REQUEST_ENDINGS
from baken.closed.vault.fields import EncryptedDateField, EncryptedJSONField, EncryptedTextField
from baken.core.clock import now

_ENDED_WHOLE = Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False)


def lasting(stay: str = "") -> Q:
    """Return that a stay is no hold that ran out, for questions to stays or, by ``stay``, to what hangs from one."""
    return Q(**{f"{stay}hold_until": None}) | Q(**{f"{stay}hold_until__gt": now()})


def some_number() -> int:
    """Return a number that nobody has."""
    return secrets.randbits(62)


class Location(Row):
    """Somewhere the centre has units, by the name that the house uses. Where it is lies sealed, in `whereabouts`."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="locations")
    name = models.CharField(_("name of the location"), max_length=60)
    region = models.CharField(_("region"), max_length=60, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["agency", "name"], name="one_location_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name


class Unit(Row):
    """A room or a flat, in a wing of a building at a location."""

    location = models.ForeignKey(Location, on_delete=models.PROTECT, related_name="units")
    name = models.CharField(_("unit"), max_length=20)
    building = models.CharField(_("building"), max_length=60)
    wing = models.CharField(_("wing"), max_length=60, blank=True)
    secured = models.BooleanField(_("secured"), default=False)
    step_free = models.BooleanField(_("step-free"), default=False)
    crisis = models.BooleanField(_("kept for emergencies"), default=False)
    family = models.BooleanField(_("kept for a family"), default=False)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["location", "name"], name="one_unit_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name


class Place(models.Model):
    """A place in a unit, by a number: what must not be given twice is a range of numbers, which needs no extension."""

    number = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="places")
    financing = models.CharField(_("paid by"), max_length=8, choices=FINANCING, blank=True)
    comensha = models.BooleanField(_("given by CoMensha"), default=False)

    def __str__(self) -> str:
        return f"place {self.number}"


class Closing(Row):
    """A unit is out of use, from a day until another."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="closings")
    why = models.CharField(_("why"), max_length=10, choices=CLOSINGS)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("in use again on"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="closing_ends_after_begin")
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.why}"


class Request(Row):
    """A household asks for a place. It waits until it is placed, refused or not needed any more."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="requests")
    # The dossier's, which not everybody in the house may read.
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    source = EncryptedTextField(_("asked by"), domain="shelter.request")
    words = EncryptedTextField(_("in words"), domain="shelter.request", blank=True)
    length = models.CharField(_("for how long"), max_length=5, choices=LENGTHS)
    arrive_on = models.DateField(_("arrives on"))
    leave_on = models.DateField(_("expected to leave on"))
    latest_on = models.DateField(_("at the latest on"))
    sure = models.CharField(_("how sure"), max_length=6, choices=CERTAINTIES)
    # Step-free, networks, whom to avoid (dossiers), regions to keep out of, who pays.
    needs = EncryptedJSONField(domain="shelter.request", default=dict)
    # Who with authority consented to the placing of a minor, on which day; nothing while nobody did.
    consent = EncryptedJSONField(domain="shelter.request", null=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=9, choices=REQUEST_ENDINGS, blank=True)
    why = EncryptedTextField(_("why"), domain="shelter.request", blank=True)
    answer = EncryptedTextField(_("answer in words"), domain="shelter.request", blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["dossier"], condition=Q(ended_at=None), name="one_open_request"),
            models.CheckConstraint(
                condition=Q(leave_on__gt=F("arrive_on"), latest_on__gte=F("leave_on")), name="request_in_order"
            ),
            models.CheckConstraint(condition=_ENDED_WHOLE, name="request_ended_whole"),
        ]

    def __str__(self) -> str:
        return f"request in {self.dossier_id}"


class Guest(Row):
    """One person of a household that asks: what the rules of placing need, and the initials that the board shows."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="guests")
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="guests")
    number = models.BigIntegerField(unique=True, default=some_number)  # as of a place: a range of numbers
    initials = EncryptedTextField(_("initials"), domain="shelter.guest", blank=True)
    sex = EncryptedTextField(_("sex"), domain="shelter.guest")
    born = EncryptedDateField(_("born on"), domain="shelter.guest", null=True)
    age = EncryptedTextField(_("age, where the day is not known"), domain="shelter.guest", blank=True)

    def __str__(self) -> str:
        return f"guest of {self.dossier_id}"


class Screening(Recorded):
    """How dangerous it is for her, by the screening of women's shelters, and what is against it. The last counts."""

    colour = EncryptedTextField(_("colour"), domain="shelter.screening")
    # Which criteria are met, which contra-indications there are.
    found = EncryptedJSONField(domain="shelter.screening", default=dict)
    words = EncryptedTextField(_("in words"), domain="shelter.screening", blank=True)

    def __str__(self) -> str:
        return f"screening in {self.dossier_id}"


class Stay(Row):
    """A household has a unit from a day until another: held until a moment, given, or there."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="stays")
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="stays")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="stays")
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("expected to leave on"))
    hold_until = models.DateTimeField(null=True)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=now)
    arrived_at = models.DateTimeField(null=True)
    # Which soft rules were set aside and why; it counts once a second person agreed.
    lifted = ArrayField(models.CharField(max_length=8), default=list)
    lifted_why = EncryptedTextField(_("why"), domain="shelter.stay", blank=True)
    seconded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    seconded_at = models.DateTimeField(null=True)
    # Given at night with little known: looked at again in the morning.
    review_by = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    reviewed_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)
    outcome = EncryptedTextField(_("how it ended"), domain="shelter.stay", blank=True)
    words = EncryptedTextField(_("in words"), domain="shelter.stay", blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["request"], condition=Q(ended_at=None), name="one_open_stay"),
            models.CheckConstraint(condition=Q(until_on__gte=F("from_on")), name="stay_in_order"),
            models.CheckConstraint(condition=_ENDED_WHOLE, name="stay_ended_whole"),
            models.CheckConstraint(condition=~Q(given_by=F("seconded_by")), name="stay_seconded_by_another"),
            models.CheckConstraint(
                condition=Q(hold_until=None) | Q(arrived_at=None) | Q(ended_at__isnull=False), name="no_hold_once_there"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["unit", "until_on"], name="stays_of_a_unit")]

    def __str__(self) -> str:
        return f"stay of {self.dossier_id}"

    @property
    def is_open(self) -> bool:
        """Whether it has not ended, and is no hold that ran out: see `lasting`."""
        return self.ended_at is None and (self.hold_until is None or self.hold_until > now())


class Bed(Row):
    """One person of a stay has a place, for some nights. Nights that are taken back leave an empty range."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="beds")
    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, related_name="beds")
    guest = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="beds", to_field="number")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="beds")
    nights = DateRangeField()

    def __str__(self) -> str:
        return f"bed of {self.dossier_id}"


class Absence(Row):
    """Somebody who stays here is not: her bed is kept until a day. Missing has steps to take at once."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="absences")
    stay = models.ForeignKey(Stay, on_delete=models.CASCADE, related_name="absences")
    kind = models.CharField(_("kind"), max_length=8, choices=ABSENCES)
    since = models.DateTimeField(_("since"))
    keep_until = models.DateField(_("bed kept until"))
    words = EncryptedTextField(_("in words"), domain="shelter.absence", blank=True)
    # Of who is missing: which step was taken, when and by whom.
    steps = EncryptedJSONField(domain="shelter.absence", default=dict)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["stay"], condition=Q(ended_at=None), name="one_open_absence"),
            models.CheckConstraint(condition=_ENDED_WHOLE, name="absence_ended_whole"),
        ]

    def __str__(self) -> str:
        return f"absence of {self.dossier_id}"


class Onward(Row):
    """Whom we refused, or who leaves, is offered to another organisation; it counts once that has accepted her."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="onwards")
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="onwards")
    to = EncryptedTextField(_("to which organisation"), domain="shelter.onward")
    words = EncryptedTextField(_("in words"), domain="shelter.onward", blank=True)
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    offered_at = models.DateTimeField(default=now)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=9, choices=ANSWERS, blank=True)
    answer = EncryptedTextField(_("answer in words"), domain="shelter.onward", blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["request"], condition=Q(ended_at=None), name="one_open_onward"),
            models.CheckConstraint(condition=_ENDED_WHOLE, name="onward_ended_whole"),
        ]

    def __str__(self) -> str:
        return f"referral of {self.dossier_id}"


# The models of its rooms, so that Django finds them.
from baken.closed.shelter.living import models as living  # noqa: E402
from baken.closed.shelter.nights import models as nights  # noqa: E402
from baken.closed.shelter.whereabouts import models as whereabouts  # noqa: E402

__all__ = ["living", "nights", "whereabouts"]
