# SPDX-License-Identifier: EUPL-1.2
"""Made-up people of the closed door's demo: `python -m baken.verbs.people found|fill`, one a child process.

`found` runs as the owner and makes the agencies; `fill` runs as those people themselves, through the same
actions and rules as in a browser, and opens some files.
"""

import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from baken.core import doors
from baken.verbs import counting, daily, housing

if TYPE_CHECKING:
    from baken.closed.access.models import Agency

# Who signs in with the demo's password, and in which roles at the centre. Nobody lives at example.org (RFC 2606).
CENTRE, PARTNER = "Verzonnen Centrum", "Verzonnen Ziekenhuis"
STAFF = {
    "medewerker@example.org": ("Mila", "Medewerker", ["case_manager"]),
    "intake@example.org": ("Ina", "Intake", ["intake"]),
    "opvang@example.org": ("Olaf", "Opvang", ["shelter"]),
    "nacht@example.org": ("Noor", "Nacht", ["shelter"]),
    "leiding@example.org": ("Lea", "Leiding", ["manager"]),
    "privacy@example.org": ("Pim", "Privacy", ["privacy_officer"]),
    "analist@example.org": ("Ada", "Analist", ["analyst"]),
}
PARTNERS = {"behandelaar@example.org": ("Bo", "Behandelaar", ["therapist"])}
_NOTE = "Verzonnen notitie {number}: dit is een voorbeeld. Er bestaat geen persoon bij dit dossier."
_NOTES = 3
_NAMES = ("Voorbeeld Eén", "Voorbeeld Twee")
# What is known of each: the second may be a minor, for whom nobody with authority is written down.
_ABOUT: tuple[dict[str, Any], ...] = (
    {"gender": "Feminine", "languages": ["en", "yo"], "interpreter": "official"},
    {"gender": "Feminine", "languages": ["ti", "ar"], "interpreter": "yes", "least": 16, "most": 18},
)
_OPEN = "not_asked"
_TOLD: dict[str, Any] = {
    "teller": "self", "forms": ["SexualExploitation"], "crossing": "cross_border", "industry": _OPEN,
    "sectors": {"sexual": ["hotel"], "labour": [_OPEN], "criminal": [_OPEN]}, "sexual": ["Prostitution"],
    "recruitment": ["loverboy"], "recruitment_platforms": [_OPEN], "recruited_country": "NG", "recruited_place": "",
    "relationship": "Acquainted", "first_month": "2025", "last_month": "unknown", "age": _OPEN,
    "exploited_country": "NL", "exploited_provinces": ["NL-NH"], "exploited_places": "",
    "control": ["DebtBondage", "juju"], "exploitation_platforms": ["unknown"],
    "words": "Verzonnen: er bestaat geen persoon bij dit verhaal.",
}  # fmt: skip


def found() -> None:
    """Make both agencies and give everybody a post."""
    with doors.ready("closed"):
        from baken.closed.access.founding import found_agency  # noqa: PLC0415 - models need Django ready
        from baken.closed.access.parts import Role  # noqa: PLC0415

        for name, kind, people in ((CENTRE, "centre", STAFF), (PARTNER, "partner", PARTNERS)):
            posts = {email: [Role(role) for role in roles] for email, (_, _, roles) in people.items()}
            found_agency(name=name, kind=kind, people=posts)


def fill() -> None:
    """Let the case manager open two files, unless there are some, and others live in the house."""
    with doors.ready("closed"):
        from baken.accounts.models import User  # noqa: PLC0415 - models need Django ready
        from baken.closed.access.context import working_as  # noqa: PLC0415
        from baken.closed.access.models import Agency, Dossier  # noqa: PLC0415

        worker = User.objects.get(email="medewerker@example.org")
        with working_as(worker.pk):
            house = Agency.objects.get(name=CENTRE).pk
            if not Dossier.objects.exists():
                centre, partner = Agency.objects.get(name=CENTRE), Agency.objects.get(name=PARTNER)
                for number, name in enumerate(_NAMES):
                    _open(centre, partner, name, number)
        names = ("intake", "opvang", "leiding", "analist")
        by = {name: User.objects.get(email=f"{name}@example.org").pk for name in names}
        housing.fill(agency=house, asker=by["intake"], giver=by["opvang"])
        daily.fill(agency=house, worker=by["opvang"])
        daily.roster(agency=house, manager=by["leiding"])
        counting.fill(agency=house, analyst=by["analist"])


def _open(centre: "Agency", partner: "Agency", name: str, number: int) -> None:
    from baken.closed.access import actions as access  # noqa: PLC0415 - models need Django ready
    from baken.closed.access.parts import Part  # noqa: PLC0415
    from baken.closed.casework import actions  # noqa: PLC0415

    dossier = access.open_dossier(agency=centre.pk).pk
    actions.write_identity(dossier=dossier, name=name, nationality="Verzonnenland", **_ABOUT[number])
    actions.write_contact(dossier=dossier, phone=f"+31 6 0000 000{number}", safe_ways="Alleen bellen tussen 10 en 12.")
    for each in range(_NOTES):
        actions.add_note(dossier=dossier, part=Part.NOTES, text=_NOTE.format(number=each + 1))
    if number == 0:
        _consent(dossier, partner)
        _tell(dossier)


def _tell(dossier: UUID) -> None:
    """Write down what was told of the trafficking, one event of it, and how safe she is."""
    from baken.closed.trafficking import actions  # noqa: PLC0415 - models need Django ready
    from baken.core.clock import today  # noqa: PLC0415

    actions.write_account(dossier=dossier, told_on=today(), **_TOLD)
    actions.write_event(dossier=dossier, kind="Recruitment", on="2025", country="NG", place="Verzonnenstad")
    why: dict[str, Any] = {"words": "Verzonnen: zij wordt gezocht.", "measures": ["accompanied", "phone"]}
    review = today() + timedelta(days=30)
    actions.write_level(dossier=dossier, level="orange", on=today(), review_on=review, **why)


def _consent(dossier: UUID, partner: "Agency") -> None:
    from baken.closed.access import actions as access  # noqa: PLC0415
    from baken.core.clock import now  # noqa: PLC0415

    until = now() + timedelta(days=90)
    parts = ["cover", "identity", "notes"]
    access.give_consent(dossier=dossier, agency=partner.pk, parts=parts, purpose="treatment", until=until)


if __name__ == "__main__":
    {"found": found, "fill": fill}[sys.argv[1]]()
