# SPDX-License-Identifier: EUPL-1.2
"""An account as lines of words: what was asked and told, and what nobody asked yet."""

from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.closed.trafficking import labels, rules
from baken.closed.trafficking.lists import lists
from baken.core.provinces import HOME

Line = tuple[str | Promise, str]


class Answers(Protocol):
    """An account, or a copy of one."""

    forms: list[str]
    crossing: str
    sectors: dict[str, list[str]]
    industry: str
    recruited_country: str
    recruited_place: str
    relationship: str
    first_month: str
    last_month: str
    age: str
    exploited_country: str
    exploited_provinces: list[str] | None
    exploited_places: str


_MANY: dict[str, str | Promise] = {
    "sexual": gettext_lazy("Sexual exploitation"),
    "recruitment": gettext_lazy("Recruited"),
    "recruitment_platforms": gettext_lazy("Recruited online by"),
    "control": gettext_lazy("Controlled by"),
    "exploitation_platforms": gettext_lazy("Exploited online by"),
}
_SECTORS: dict[str, str | Promise] = {
    "sexual": gettext_lazy("Sectors of sexual exploitation"),
    "labour": gettext_lazy("Sectors of work"),
    "criminal": gettext_lazy("Kinds of crime"),
}


def lines(account: Answers, ages: tuple[int, int] | None) -> list[Line]:
    """Return every answer of an account beside its question, those that nobody asked too."""
    many = {name: (label, labels.listed(getattr(account, name), rules.MANY[name])) for name, label in _MANY.items()}
    return [
        (_("Across a border"), labels.called(account.crossing, "crossing")),
        *([many["sexual"]] if rules.SEXUAL in account.forms else []),
        *_sectors(account),
        *_industry(account),
        many["recruitment"],
        (_("Recruited in"), _place(account.recruited_country, account.recruited_place)),
        (_("The trafficker was"), labels.called(account.relationship, "relationship")),
        many["recruitment_platforms"],
        (_("Period"), _period(account)),
        (_("Her age when it began"), labels.years(account.age, ages)),
        (_("Exploited in"), _place(account.exploited_country, account.exploited_places)),
        *_provinces(account),
        many["control"],
        many["exploitation_platforms"],
    ]


def is_asked(line: Line) -> bool:
    """Return whether a question was asked."""
    return line[1] != str(labels.NAMES[rules.NOT_ASKED])


def _sectors(account: Answers) -> list[Line]:
    kinds = rules.kinds_of(account.forms, lists())
    asked = [(kind, label) for kind, label in _SECTORS.items() if kind in kinds]
    return [(label, labels.listed(account.sectors[kind], "sector")) for kind, label in asked]


def _industry(account: Answers) -> list[Line]:
    if rules.FORCED_LABOUR not in account.forms:
        return []
    found = rules.industry_of(account.industry, account.forms, account.sectors["labour"], lists())
    return [(_("Industry"), labels.called(found, "industry"))]


def _provinces(account: Answers) -> list[Line]:
    """Return in which provinces it was, where it was not in another country alone."""
    if account.exploited_country not in (*rules.OPEN, HOME):
        return []
    return [(_("In the provinces"), labels.provinces(rules.answered(account.exploited_provinces or ())))]


def _place(country: str, place: str) -> str:
    if country in rules.OPEN and place:
        return place
    return ", ".join([labels.country(country), *place.splitlines()])


def _period(account: Answers) -> str:
    start, end = account.first_month, account.last_month
    if start == end and start in rules.OPEN:
        return labels.on(start)
    return f"{labels.on(start)} – {labels.on(end)}"  # noqa: RUF001 - from, until
