# SPDX-License-Identifier: EUPL-1.2
"""The closed lists an article is described by. Codes are stored; words are translated."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Aspect(models.TextChoices):
    """The three sides of the databank."""

    LEGAL = "legal", _("Legal")
    SOCIAL = "social", _("Social")
    HEALTH = "health", _("Health")


ASPECT_DESCRIPTIONS = {
    Aspect.LEGAL: _("Residence, criminal law, compensation, secrecy: what applies, since when and where it says so."),
    Aspect.SOCIAL: _("Signals, reporting, shelter, minors, careful return: who does what, and when."),
    Aspect.HEALTH: _("Trauma, first talks, instruments and care: help that does no further harm."),
}


class Kind(models.TextChoices):
    """What sort of text an article is."""

    EXPLAINER = "explainer", _("Explainer")
    GUIDELINE = "guideline", _("Guideline")
    PROTOCOL = "protocol", _("Protocol")
    SIGNAL_CARD = "signal-card", _("Signal card")
    CASE_EXAMPLE = "case-example", _("Case example")
    TOOL = "tool", _("Tool")
    NEWS = "news", _("News")


class Audience(models.TextChoices):
    """For whom an article is written."""

    VICTIMS = "victims", _("Victims")
    PUBLIC = "public", _("Everyone")
    PROFESSIONALS = "professionals", _("Professionals")
    POLICE = "police", _("Police")
    CARE = "care", _("Care workers")
    YOUTH_CARE = "youth-care", _("Youth care")
    LAWYERS = "lawyers", _("Lawyers")
    SHELTER = "shelter", _("Shelter staff")
    EMPLOYERS = "employers", _("Employers")


class Form(models.TextChoices):
    """Forms of exploitation an article deals with; none chosen means all."""

    SEXUAL = "sexual", _("Sexual exploitation")
    LABOUR = "labour", _("Labour exploitation")
    CRIMINAL = "criminal", _("Criminal exploitation")
    DOMESTIC = "domestic", _("Domestic servitude")
    BEGGING = "begging", _("Forced begging")
    ORGAN = "organ", _("Organ removal")


class Jurisdiction(models.TextChoices):
    """Whose law an article speaks of."""

    NL = "NL", _("The Netherlands")
    EU = "EU", _("European Union")
    COE = "CoE", _("Council of Europe")
    INT = "INT", _("International")


class Discipline(models.TextChoices):
    """From which profession the author writes."""

    LEGAL = "legal", _("law")
    SOCIAL = "social", _("social work")
    HEALTH = "health", _("health care")
