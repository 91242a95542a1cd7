# SPDX-License-Identifier: EUPL-1.2
"""A copy of a file in words that the person reads: headings, labels, days in her language."""

from django.utils import translation
from django.utils.translation import gettext as _

from baken.closed.access.labels import PARTS, PURPOSES
from baken.closed.casework.models import KINDS
from baken.closed.casework.person import countries
from baken.closed.legal.labels import event
from baken.closed.retention import (
    child_sheets,
    person_sheets,
    plan_sheets,
    registration_sheets,
    report_sheets,
    trafficking_sheets,
)
from baken.closed.retention.wording import Copy, Sheet, called, day, joined, named, rows, span, worker


def sheet(copy: Copy, language: str) -> Sheet:
    """Return what is printed of a copy: a title, lines to begin with, and sections of rows or of notes."""
    with translation.override(language):
        return {
            "language": language,
            "title": _("Your file"),
            "beginning": _beginning(copy),
            "sections": [
                _about(copy),
                person_sheets.identity(copy),
                person_sheets.guardians(copy),
                person_sheets.relatives(copy),
                person_sheets.status(copy),
                _contact(copy),
                _notes(copy),
                *trafficking_sheets.trafficking(copy),
                _law(copy),
                *child_sheets.children(copy),
                *report_sheets.report(copy),
                _documents(copy),
                *plan_sheets.plan(copy),
                *registration_sheets.registration(copy),
                _team(copy),
                _consents(copy),
            ],
            "rights": {"title": _("What you may ask"), "lines": _rights(copy)},
        }


def _beginning(copy: Copy) -> list[str]:
    return [
        _("This is a copy of what %(agency)s wrote down about you. It was made on %(day)s.")
        % {"agency": copy["file"]["agency"], "day": day(copy["made_at"])},
        _("Where you stay is not in it: you know that yourself, and paper can be found by others."),
        _("You do not see names of workers, only what their work was."),
        _("Keep this copy in a place where nobody else can read it."),
    ]


def _rights(copy: Copy) -> list[str]:
    kept = copy["kept"]
    return [
        _("Is something wrong or missing? Ask the person who works with you to correct it or to add your own words."),
        _("You may ask to have your file erased. You hear within three months whether it is."),
        _("You may ask who looked in your file. You get a list of it."),
        _("We keep your file until %(day)s, unless it changes again. The law says so: %(source)s.")
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


def _contact(copy: Copy) -> Sheet:
    told = copy["contact"]
    post = [told.get(f"post_{each}") for each in ("street", "code", "city", "state")]
    country = countries.named(told.get("post_country", ""))
    lines = [
        (_("Telephone"), told.get("phone")),
        (_("Safe ways and times"), told.get("safe_ways")),
        (_("E-mail address"), told.get("email")),
        (_("Address for post"), ", ".join(each for each in (*post, country) if each)),
    ]
    return rows(_("Contact"), lines)


def _notes(copy: Copy) -> Sheet:
    names = dict(PARTS)
    items = [
        {
            "head": joined(
                day(each["on"]), called(each["kind"], KINDS), str(names[each["part"]]), worker(each["roles"])
            ),
            "text": _text(each),
        }
        for each in copy["notes"]
    ]
    return {"title": _("Notes"), "items": items, "nothing": _("There are no notes.")}


def _text(told: Copy) -> str:
    if not told["decided"]:
        return str(told["text"])
    return "{}: {}\n{}".format(_("What was decided"), told["decided"], told["text"])


def _law(copy: Copy) -> Sheet:
    told = [each for each in copy["law"]["events"] if not each["struck_out"]]
    lines = [(day(each["on"]), event(each["event"])) for each in told]
    return rows(_("What happened before the law"), lines) | {"nothing": _("Nothing is written down.")}


def _documents(copy: Copy) -> Sheet:
    told = [each for each in copy["documents"] if not each["struck_out"]]
    lines = [(each["title"], ", ".join(version["path"] for version in each["versions"])) for each in told]
    return rows(_("Documents, which are beside this paper"), lines) | {"nothing": _("There are no documents.")}


def _team(copy: Copy) -> Sheet:
    lines = [(worker(each["roles"]), span(each["since"], each["until"])) for each in copy["team"]]
    return rows(_("Who worked with you"), lines)


def _consents(copy: Copy) -> Sheet:
    lines = [(each["agency"], _consent(each)) for each in copy["consents"]]
    return rows(_("Who may read it because you agreed"), lines) | {"nothing": _("Nobody.")}


def _consent(told: Copy) -> str:
    parts, purpose = named(told["parts"], PARTS), named([told["purpose"]], PURPOSES)
    back = [_("You took it back on %(day)s") % {"day": day(told["withdrawn_at"])}] if told["withdrawn_at"] else []
    return joined(parts, purpose, span(told["since"], told["until"]), *back)
