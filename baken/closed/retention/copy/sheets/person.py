# SPDX-License-Identifier: EUPL-1.2
"""Who somebody is, who decided with her and who is hers, as sections of the sheet."""

from django.utils.translation import gettext as _

from baken.closed.casework.person import countries, labels, languages
from baken.closed.casework.person.labels import GENDERS, GUARDIANS, INTERPRETER, RELATIONS
from baken.closed.casework.status.labels import BY, WHAT
from baken.closed.retention.copy.sheets.wording import Copy, Sheet, called, day, joined, rows, standing


def identity(copy: Copy) -> Sheet:
    """Return who she is."""
    told = copy["identity"]
    told_rows = [
        (_("Name"), told.get("name")),
        (_("Born on"), day(told.get("born"))),
        (_("Age"), _age(told.get("age_range"))),
        (_("Sex or gender"), called(told.get("gender"), GENDERS)),
        (_("Nationality"), told.get("nationality")),
        (_("Languages"), languages.named(told.get("languages", []))),
        (_("Interpreter"), called(told.get("interpreter"), INTERPRETER)),
        (_("Other nationalities"), ", ".join(map(countries.named, told.get("other_nationalities", [])))),
        (_("Number of an identity document"), told.get("document_number")),
        (_("Marital status"), labels.told(told.get("marital_status", ""), "marital_status")),
        (_("Children"), labels.told(told.get("children", ""))),
        (_("Highest education"), labels.told(told.get("education", ""), "education")),
    ]
    return rows(_("Identity"), told_rows)


def _age(told: Copy | None) -> str | None:
    return _("from %(least)s to %(most)s years old on %(on)s") % {**told, "on": day(told["on"])} if told else None


def guardians(copy: Copy) -> Sheet:
    """Return who had authority over her."""
    told = standing(copy["guardians"])
    told_rows = [
        (called(each["kind"], GUARDIANS), joined(*filter(None, (each["name"], each["phone"], _lasting(each)))))
        for each in told
    ]
    return rows(_("Who had authority over you as a minor"), told_rows) | {"nothing": _("Nobody is written down.")}


def _lasting(told: Copy) -> str:
    return " – ".join(day(each) for each in (told["since"], told["until"]) if each)  # noqa: RUF001 - from, until


def relatives(copy: Copy) -> Sheet:
    """Return her family and household."""
    told = standing(copy["relatives"])
    told_rows = [
        (called(each["relation"], RELATIONS), joined(each["name"], *([day(each["born"])] if each["born"] else [])))
        for each in told
    ]
    return rows(_("Your family and household"), told_rows) | {"nothing": _("Nobody is written down.")}


def status(copy: Copy) -> Sheet:
    """Return what was said of her being a victim."""
    told = standing(copy["status"])
    told_rows = [
        (
            day(each["on"]),
            joined(*filter(None, (called(each["what"], WHAT), called(each["by"], BY), each["source"]))),
        )
        for each in told
    ]
    return rows(_("What was said of your being a victim"), told_rows) | {"nothing": _("Nothing is written down.")}
