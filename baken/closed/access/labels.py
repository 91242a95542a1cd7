# SPDX-License-Identifier: EUPL-1.2
"""What parts, roles and purposes are called on a page."""

from django.utils.translation import gettext_lazy as _

from baken.closed.access.parts import Part, Purpose, Role

PARTS = [
    (Part.COVER.value, _("cover: number and team")),
    (Part.IDENTITY.value, _("identity")),
    (Part.CONTACT.value, _("contact")),
    (Part.NOTES.value, _("notes")),
    (Part.LEGAL.value, _("legal")),
    (Part.HEALTH.value, _("health")),
    (Part.WHEREABOUTS.value, _("whereabouts")),
]
ROLES = [
    (Role.INTAKE.value, _("intake")),
    (Role.CASE_MANAGER.value, _("case manager")),
    (Role.SHELTER.value, _("shelter worker")),
    (Role.THERAPIST.value, _("therapist")),
    (Role.LEGAL_SUPPORT.value, _("legal support")),
    (Role.POLICE_LIAISON.value, _("police liaison")),
    (Role.ANALYST.value, _("analyst")),
    (Role.PRIVACY_OFFICER.value, _("privacy officer")),
    (Role.MANAGER.value, _("manager")),
    (Role.ADMINISTRATOR.value, _("administrator")),
]
PURPOSES = [
    (Purpose.INTAKE.value, _("intake")),
    (Purpose.COORDINATION.value, _("coordination of care")),
    (Purpose.SHELTER.value, _("shelter")),
    (Purpose.TREATMENT.value, _("treatment")),
    (Purpose.LEGAL_HELP.value, _("legal help")),
    (Purpose.PROTECTION.value, _("protection")),
    (Purpose.OVERSIGHT.value, _("oversight")),
]
GROUNDS = {
    "team": _("care team"),
    "consent": _("consent"),
    "glass": _("broken glass"),
    "oversight": _("oversight"),
    "house": _("works in the shelter"),
}
# The same for the person concerned, in plain words.
GROUNDS_TOLD = {
    "team": _("This person helps you."),
    "consent": _("You said yes to this."),
    "glass": _("This was an emergency. Others check afterwards whether it was right."),
    "oversight": _("This person checks how we work, and does not see what is written about you."),
    "house": _("This person works in the house where you live, or asked to live."),
}
ACTIVITIES = {
    "read": _("read"),
    "list": _("saw it in a list"),
    "search": _("searched"),
    "create": _("wrote"),
    "update": _("changed"),
    "delete": _("removed"),
    "print": _("printed"),
    "export": _("made a copy for the person"),
    "share": _("took it out for CoMensha"),
    "refusal": _("tried to open it"),
    "break-glass": _("broke the glass"),
    "glass-review": _("reviewed a broken glass"),
    "consent-given": _("wrote down consent"),
    "consent-withdrawn": _("wrote down that consent was taken back"),
    "team-joined": _("gave somebody a place on the care team"),
    "team-left": _("ended a place on the care team"),
    "vault-opened": _("opened where the person hides"),
    "log-read": _("read the log"),
    "legal-hold": _("changed a legal hold"),
    "erasure": _("erased"),
    "count": _("counted, together with all others"),
    "release": _("released a figure, or asked to"),
}
