# SPDX-License-Identifier: EUPL-1.2
"""What codes, dates and answers are called on a page, in its language."""

from collections.abc import Iterable, Mapping

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.closed.casework.codes import Code
from baken.closed.casework.person import countries
from baken.closed.trafficking import partial
from baken.closed.trafficking.lists import of
from baken.closed.trafficking.rules import NOT_ASKED, OPEN, UNKNOWN, Fault
from baken.closed.trafficking.screening import NO, YES
from baken.core.provinces import PROVINCES, Province
from baken.core.wording import said

NAMES: Mapping[str, str | Promise] = {
    NOT_ASKED: gettext_lazy("not asked"),
    UNKNOWN: gettext_lazy("not known"),
    YES: gettext_lazy("yes"),
    NO: gettext_lazy("no"),
}
FAULTS: Mapping[Fault, str | Promise] = {
    Fault.CODE: gettext_lazy("Choose something from the list."),
    Fault.MIXED: gettext_lazy("This says that there is none, and names some. Choose one of the two."),
    Fault.ONLY_LABOUR: gettext_lazy("Only with forced labour or services. Tick that too, or leave this open."),
    Fault.ONLY_SEXUAL: gettext_lazy("Only with sexual exploitation. Tick that too, or leave this open."),
    Fault.SECTOR: gettext_lazy("This belongs to something that is not ticked under what was done."),
    Fault.ELSEWHERE: gettext_lazy("A province is in the Netherlands, and another country was chosen."),
    Fault.DATE: gettext_lazy("Give a month such as 5-2024, or a year, that is not to come."),
    Fault.ORDER: gettext_lazy("The last month comes before the first."),
    Fault.AGE: gettext_lazy("Give her age in years, as a number."),
    Fault.BOTH: gettext_lazy("Either it is known, or it is not."),
}
LEVELS = {"green": "safe", "orange": "watch", "red": "danger"}


def called(key: str, codes: str) -> str:
    """Return what a key of a list is called, or an answer that says that there is none."""
    if key in NAMES:
        return str(NAMES[key])
    rows = of(codes)
    return said(rows[key]) if key in rows else key


def listed(keys: Iterable[str], codes: str) -> str:
    """Return what several keys of a list are called, with commas."""
    return ", ".join(called(each, codes) for each in keys)


def choices(rows: Iterable[Code | Province]) -> list[tuple[str, str]]:
    """Return codes with what they are called, to choose from."""
    return [(each.key, said(each)) for each in rows]


def opened(answers: Iterable[str] = OPEN) -> list[tuple[str, str]]:
    """Return the answers that say that there is none, to choose from."""
    return [(each, str(NAMES[each])) for each in answers]


def country(code: str) -> str:
    """Return what a country is called, or that it is open."""
    return str(NAMES[code]) if code in NAMES else countries.named(code)


def provinces(answer: Iterable[str]) -> str:
    """Return what several provinces are called, with commas, or that the answer is open."""
    return ", ".join(said(PROVINCES[each]) if each in PROVINCES else str(NAMES.get(each, each)) for each in answer)


def on(text: str) -> str:
    """Return a year, month or day as it is written, or that it is open."""
    if text in NAMES:
        return str(NAMES[text])
    form = {1: "Y", 2: "F Y", 3: "j F Y"}[len(text.split("-"))]
    return formats.date_format(partial.first(text), form)


def years(age: str, counted: tuple[int, int] | None) -> str:
    """Return her age when it began: as told, else as counted from her birth date."""
    if age not in NAMES or counted is None:
        return str(NAMES.get(age, age))
    least, most = counted
    told = str(least) if least == most else _("%(least)s or %(most)s") % {"least": least, "most": most}
    return _("%(years)s, counted from her birth date") % {"years": told}
