# SPDX-License-Identifier: EUPL-1.2
"""Where a location is: sealed to named workers of its house, so that the server alone cannot open it.

What ends lets go of what was sealed and stays without it, to say who ended it and when.
"""

from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q

from baken.closed.access.models import Row
from baken.closed.vault.sealing import bound_to
from baken.core.clock import now

_GOES_ON = Q(ended_at=None, ended_by=None)
_ENDED = Q(ended_at__isnull=False, ended_by__isnull=False)


class Address(Row):
    """The address of a location: one at a time."""

    location = models.ForeignKey("shelter.Location", on_delete=models.PROTECT, related_name="addresses")
    body = models.BinaryField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=now)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["location"], condition=Q(ended_at=None), name="one_address_at_a_time"),
            models.CheckConstraint(condition=_GOES_ON | _ENDED & Q(body=b""), name="address_ended_is_let_go"),
        ]

    def __str__(self) -> str:
        return f"address of {self.location_id}"


def address_place(address: UUID, location: UUID) -> bytes:
    """Return what a sealed address is bound to."""
    return bound_to("shelter.address", "body", address, location)


class Envelope(Row):
    """What lets one holder open one address."""

    address = models.ForeignKey(Address, on_delete=models.PROTECT, related_name="envelopes")
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["address", "holder"], name="one_envelope_of_a_holder"),
            models.CheckConstraint(condition=_GOES_ON | _ENDED & Q(sealed=b""), name="envelope_ended_is_let_go"),
        ]

    def __str__(self) -> str:
        return f"for {self.holder_id}"
