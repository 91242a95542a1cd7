# SPDX-License-Identifier: EUPL-1.2
"""A copy of a file in words that the person reads: headings, labels, days in her language."""

from django.utils import translation
from django.utils.translation import gettext as _

from baken.closed.retention.copy.sheets import (
    children,
    contact,
    documents,
    law,
    living,
    notes,
    person,
    plan,
    registration,
    report,
    shelter,
    team,
    trafficking,
)
from baken.closed.retention.copy.sheets.wording import Copy, Sheet, day, rows


def sheet(copy: Copy, language: str) -> Sheet:
    """Return what is printed of a copy: a title, lines to begin with, and sections of rows or of notes."""
    with translation.override(language):
        return {
            "language": language,
            "title": _("Your file"),
            "beginning": _beginning(copy),
            "sections": [
                _about(copy),
                person.identity(copy),
                person.guardians(copy),
                person.relatives(copy),
                person.status(copy),
                contact.contact(copy),
                notes.notes(copy),
                *notes.arrival(copy),
                *trafficking.trafficking(copy),
                law.law(copy),
                *children.children(copy),
                *report.report(copy),
                documents.documents(copy),
                *plan.plan(copy),
                *registration.registration(copy),
                *shelter.shelter(copy),
                *living.living(copy),
                team.team(copy),
                team.consents(copy),
            ],
            "rights": {"title": _("What you may ask"), "lines": _rights(copy)},
        }


def _beginning(copy: Copy) -> list[str]:
    return [
        _("This is a copy of what %(agency)s wrote down about you. It was made on %(day)s.")
        % {"agency": copy["file"]["agency"], "day": day(copy["made_at"])},
        _("Where you stay is not in it: you know that yourself, and paper can be found by others."),
        _("You do not see names of workers, only what their work was."),
        _("Who reported or witnessed something is not named either."),
        _("Keep this copy in a place where nobody else can read it."),
    ]


def _rights(copy: Copy) -> list[str]:
    kept = copy["kept"]
    return [
        _("Is something wrong or missing? Ask the person who works with you to correct it or to add your own words."),
        _("You may ask to have your file erased. If you ask on %(asked)s, you hear by %(day)s whether it is.")
        % {"asked": day(copy["made_at"]), "day": day(kept["answer_by"])},
        _("You may ask who looked in your file. You get a list of it."),
        _("We keep your file until %(day)s, unless it changes again (%(source)s).")
        % {"day": day(kept["erased_from"]), "source": kept["source"]},
        _("You can complain to the Dutch Data Protection Authority: autoriteitpersoonsgegevens.nl."),
    ]


def _about(copy: Copy) -> Sheet:
    told = copy["file"]
    lines = [
        (_("File number"), told["number"]),
        (_("Organisation"), told["agency"]),
        (_("Opened"), day(told["opened_at"])),
        (_("Closed"), day(told["closed_at"])),
    ]
    return rows(_("Your file"), lines)
