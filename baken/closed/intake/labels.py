# SPDX-License-Identifier: EUPL-1.2
"""The closed lists of intake, with their words."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from baken.core.provinces import ABROAD, PROVINCES
from baken.core.wording import said

CHANNELS = [("web", _("by the form")), ("telephone", _("by telephone"))]
# What comes next while nobody has decided for good.
STEPS = [
    ("decide", _("read it and decide")),
    ("assess", _("assess further")),
    ("ask", _("wait for an answer")),
    ("call", _("call back")),
]
# What somebody decided. All but the first end the intake.
DECISIONS = [
    ("assess", _("assess further")),
    ("advise", _("advice given")),
    ("refer", _("referred to another")),
    ("open_case", _("a file is opened")),
    ("link", _("belongs to a file that is there")),
    ("close", _("closed")),
]
# Why a report is closed without more.
REASONS = [
    ("no_contact", _("no contact is possible")),
    ("no_wish", _("the person does not want help now")),
    ("not_trafficking", _("it is something else, and who can help was told")),
    ("test", _("a test or a mistake")),
]
WHO = {"self": _("the person herself"), "worried": _("somebody who is worried"), "professional": _("a professional")}
AGES = [("minor", _("younger than 18")), ("adult", _("18 or older")), ("unknown", _("age unknown"))]
DANGER = [("yes", _("in danger now")), ("no", _("not in danger now")), ("unknown", _("danger unknown"))]
# The answers of a report, in the order in which they are read.
ANSWERS = [
    ("words", _("What is going on")),
    ("where", _("Where")),
    ("region", _("Province")),
    ("when", _("When")),
    ("reach", _("How to reach who wrote")),
    ("organisation", _("Organisation")),
    ("role", _("Work there")),
    ("name", _("Name")),
    ("caller", _("Who called")),
]
INFORMED = {
    "yes": _("knows of this report"),
    "no": _("does not know of this report"),
    "unsafe": _("must not know: unsafe"),
}


def regions() -> list[tuple[str, str]]:
    """Return where it can happen, with its words in the language of the page."""
    named = [(code, said(each)) for code, each in PROVINCES.items()]
    return [*named, (ABROAD, gettext("not in the Netherlands"))]
