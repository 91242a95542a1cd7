# SPDX-License-Identifier: EUPL-1.2
"""What was done to her as it was told, the events of it, the risks around her, and how safe she is. All of it sealed.

An answer of several codes is a list, and never an empty one; one of a single code, country, month or age is text. Both
tell what nobody asked from what she does not know: see `rules`.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.closed.casework.recorded import Recorded
from baken.closed.vault.fields import EncryptedDateField, EncryptedJSONField, EncryptedTextField


class Account(Recorded):
    """What somebody told of the trafficking on a day. A correction is a new account; the old one stays to be seen."""

    teller = EncryptedTextField(_("who told it"), domain="trafficking.account")
    told_on = EncryptedDateField(_("told on"), domain="trafficking.account")
    forms = EncryptedJSONField(_("what was done"), domain="trafficking.account")
    crossing = EncryptedTextField(_("across a border"), domain="trafficking.account")
    # By kind of exploitation.
    sectors = EncryptedJSONField(_("sectors"), domain="trafficking.account")
    industry = EncryptedTextField(_("industry"), domain="trafficking.account")
    sexual = EncryptedJSONField(_("sexual exploitation"), domain="trafficking.account")
    recruitment = EncryptedJSONField(_("how she was recruited"), domain="trafficking.account")
    recruitment_platforms = EncryptedJSONField(_("websites and apps of recruitment"), domain="trafficking.account")
    recruited_country = EncryptedTextField(_("country of recruitment"), domain="trafficking.account")
    recruited_place = EncryptedTextField(_("place of recruitment"), domain="trafficking.account", blank=True)
    relationship = EncryptedTextField(_("who the trafficker was to her"), domain="trafficking.account")
    first_month = EncryptedTextField(_("first month"), domain="trafficking.account")
    last_month = EncryptedTextField(_("last month"), domain="trafficking.account")
    age = EncryptedTextField(_("her age when it began"), domain="trafficking.account")
    exploited_country = EncryptedTextField(_("country of exploitation"), domain="trafficking.account")
    # Codes of provinces. NULL in what was written down before anybody asked.
    exploited_provinces = EncryptedJSONField(_("provinces of exploitation"), domain="trafficking.account", null=True)
    exploited_places = EncryptedTextField(_("places of exploitation"), domain="trafficking.account", blank=True)
    control = EncryptedJSONField(_("how she was controlled"), domain="trafficking.account")
    exploitation_platforms = EncryptedJSONField(_("websites and apps of exploitation"), domain="trafficking.account")
    words = EncryptedTextField(_("in words"), domain="trafficking.account", blank=True)

    def __str__(self) -> str:
        return f"account in {self.dossier_id}"


class Event(Recorded):
    """Recruitment, transit or exploitation at some time and place."""

    kind = EncryptedTextField(_("what happened"), domain="trafficking.event")
    # A year, a month or a day.
    on = EncryptedTextField(_("when"), domain="trafficking.event")
    country = EncryptedTextField(_("country"), domain="trafficking.event")
    place = EncryptedTextField(_("place"), domain="trafficking.event", blank=True)
    words = EncryptedTextField(_("in words"), domain="trafficking.event", blank=True)

    def __str__(self) -> str:
        return f"event in {self.dossier_id}"


class Assessment(Recorded):
    """What makes her vulnerable on a day: herself, her household, what lies around them. It is made again and again."""

    on = EncryptedDateField(_("on"), domain="trafficking.assessment")
    factors = EncryptedJSONField(_("factors"), domain="trafficking.assessment")
    words = EncryptedTextField(_("in words"), domain="trafficking.assessment", blank=True)

    def __str__(self) -> str:
        return f"assessment in {self.dossier_id}"


class SafetyLevel(Recorded):
    """How safe she is on a day, why, and what is done for it; the latest counts."""

    on = EncryptedDateField(_("on"), domain="trafficking.safetylevel")
    level = EncryptedTextField(_("level"), domain="trafficking.safetylevel")
    measures = EncryptedJSONField(_("measures"), domain="trafficking.safetylevel")
    words = EncryptedTextField(_("why"), domain="trafficking.safetylevel")
    # In the clear, so that a list can show what is to be looked at again.
    review_on = models.DateField(_("look again on"))

    class Meta(Recorded.Meta):
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["review_on"], name="safety_levels_to_review")]

    def __str__(self) -> str:
        return f"level of safety in {self.dossier_id}"
