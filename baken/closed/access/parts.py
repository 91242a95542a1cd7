# SPDX-License-Identifier: EUPL-1.2
"""What a file is made of, who works with it, and which role is cleared for which part (pure).

The database holds the same table (`access_clearance`), for its policies; a test compares the two.
"""

from enum import StrEnum


class Part(StrEnum):
    """A group of fields that is shown, consented to and logged as one."""

    COVER = "cover"  # number, agency, dates, who works on it
    IDENTITY = "identity"  # name, age, nationality, languages; who decides with her, her family
    CONTACT = "contact"  # telephone, safe ways and times to reach somebody
    NOTES = "notes"
    LEGAL = "legal"
    HEALTH = "health"
    WHEREABOUTS = "whereabouts"  # where a person hides: sealed to named holders


class Role(StrEnum):
    """What somebody does at an agency."""

    INTAKE = "intake"
    CASE_MANAGER = "case_manager"
    SHELTER = "shelter"
    THERAPIST = "therapist"
    LEGAL_SUPPORT = "legal_support"
    POLICE_LIAISON = "police_liaison"
    ANALYST = "analyst"
    PRIVACY_OFFICER = "privacy_officer"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


class Purpose(StrEnum):
    """Why a role reads a file (NEN 7513: PurposeOfUse). Consent is given for one purpose."""

    INTAKE = "intake"
    COORDINATION = "coordination"
    SHELTER = "shelter"
    TREATMENT = "treatment"
    LEGAL_HELP = "legal_help"
    PROTECTION = "protection"
    OVERSIGHT = "oversight"


_P = Part
# Roles that are not here have no part of any file: whoever runs the system reads nobody's life.
CLEARANCE: dict[Role, frozenset[Part]] = {
    Role.INTAKE: frozenset({_P.COVER, _P.IDENTITY, _P.CONTACT, _P.NOTES}),
    Role.CASE_MANAGER: frozenset(Part),
    Role.SHELTER: frozenset({_P.COVER, _P.IDENTITY, _P.CONTACT, _P.WHEREABOUTS}),
    Role.THERAPIST: frozenset({_P.COVER, _P.IDENTITY, _P.NOTES, _P.HEALTH}),
    Role.LEGAL_SUPPORT: frozenset({_P.COVER, _P.IDENTITY, _P.NOTES, _P.LEGAL}),
    Role.POLICE_LIAISON: frozenset({_P.COVER}),
}
PURPOSE: dict[Role, Purpose] = {
    Role.INTAKE: Purpose.INTAKE,
    Role.CASE_MANAGER: Purpose.COORDINATION,
    Role.SHELTER: Purpose.SHELTER,
    Role.THERAPIST: Purpose.TREATMENT,
    Role.LEGAL_SUPPORT: Purpose.LEGAL_HELP,
    Role.POLICE_LIAISON: Purpose.PROTECTION,
    Role.PRIVACY_OFFICER: Purpose.OVERSIGHT,
    Role.MANAGER: Purpose.OVERSIGHT,
}
# Who keeps order over an agency's files without reading them: the cover alone.
OVERSEERS = frozenset({Role.MANAGER, Role.PRIVACY_OFFICER})
OPENERS = frozenset({Role.INTAKE, Role.CASE_MANAGER})
SENSITIVITY = {
    _P.COVER: 1, _P.IDENTITY: 2, _P.CONTACT: 2, _P.NOTES: 2, _P.LEGAL: 2, _P.HEALTH: 2, _P.WHEREABOUTS: 3,
}  # fmt: skip
