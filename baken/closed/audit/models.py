# SPDX-License-Identifier: EUPL-1.2
"""Two tables that are only ever added to: what happened, and the chain that seals it."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from baken.core import clock


class Entry(models.Model):
    """One thing that somebody saw, did or was refused, in the columns of NEN 7513.

    No foreign keys: an entry outlives what it speaks of. Facts and never contents. Beside these columns the
    table has ``xid``, the transaction that wrote the row, which PostgreSQL fills in and Django does not know.

    NEN 7513 also asks for what follows from these columns and is said when they are shown: UserName from
    ``user_id``, ParticipantObjectDataLifeCycle from ``activity``, AuditSourceID, which is always Baken.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # EventDateTime; the trace joins the entries of one request.
    at = models.DateTimeField(default=clock.now)
    trace = models.TextField(blank=True)
    # EventID, EventActionCode, EventTypeCode with ParticipantObjectTypeCode, EventOutcomeIndicator.
    activity = models.TextField()
    action = models.CharField(max_length=1)
    kind = models.TextField(blank=True)
    outcome = models.TextField()
    # UserID, AlternateUserID, RoleIDCode, UserIsRequestor, PurposeOfUse; the agency is the user's.
    user_id = models.UUIDField(null=True)
    on_behalf_of_id = models.UUIDField(null=True)
    agency_id = models.UUIDField(null=True)
    roles = ArrayField(models.TextField(), default=list)
    requestor = models.BooleanField()
    purpose = models.TextField(blank=True)
    # NetworkAccessPointTypeCode and -ID: a hash of the session, and the network address of staff alone.
    session = models.TextField(blank=True)
    address = models.TextField(blank=True)
    # ParticipantObjectID: the dossier and the agency that keeps it; what else was touched or shown.
    dossier_id = models.UUIDField(null=True)
    dossier_agency_id = models.UUIDField(null=True)
    objects_touched = ArrayField(models.TextField(), default=list)
    # ParticipantObjectDetail and -Sensitivity.
    part = models.TextField(blank=True)
    sensitivity = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    # The rule that allowed it (autorisatieProtocol), and by it which row: a place in the team
    # (behandelrelatieProtocol), a consent (toestemmingsProfiel), a broken glass (controles).
    ground = models.TextField(blank=True)
    ground_row = models.UUIDField(null=True)
    # AuditEnterpriseSiteID, AuditSourceTypeCode.
    site = models.TextField()
    component = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["dossier_id", "at"], name="entry_by_dossier"),
            models.Index(fields=["user_id", "at"], name="entry_by_user"),
            models.Index(fields=["agency_id", "at"], name="entry_by_agency"),
            models.Index(fields=["dossier_agency_id", "at"], name="entry_by_dossier_agency"),
            GinIndex(fields=["objects_touched"], name="entry_by_object", condition=~Q(objects_touched=[])),
        ]

    def __str__(self) -> str:
        return f"{self.activity} {self.outcome}"


class Link(models.Model):
    """The place of an entry in the chain; only the sealer writes it. ``key_id`` names the key that sealed it."""

    seq = models.BigIntegerField(primary_key=True)
    entry_id = models.UUIDField(unique=True)
    previous = models.BinaryField()
    hash = models.BinaryField()
    key_id = models.TextField()

    def __str__(self) -> str:
        return f"link {self.seq}"
