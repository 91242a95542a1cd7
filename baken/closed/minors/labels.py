# SPDX-License-Identifier: EUPL-1.2
"""What choices of the reporting code and of authority are called on a page, and the words of their tables."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from baken.closed.minors.engine.code import Answer, Code
from baken.closed.minors.engine.rounds import HELP, REPORT, VEILIG_THUIS, Gap, Lack

CHILD, CHILDREN = "child", "children"
ABOUT = [(CHILD, lazy("about her")), (CHILDREN, lazy("about her children"))]
CONSULTED = [
    ("colleague", lazy("a colleague")),
    (VEILIG_THUIS, lazy("Veilig Thuis")),
    ("injury_expert", lazy("an expert on injuries")),
]
TALKED = [("child", lazy("the child")), ("parents", lazy("the parents"))]
ANSWERS = [(Answer.YES.value, lazy("yes")), (Answer.NO.value, lazy("no")), (Answer.DOUBT.value, lazy("in doubt"))]
DECISIONS = [(HELP, lazy("arrange help")), (REPORT, lazy("report to Veilig Thuis"))]
REPORTED, KINDCHECK = "reported", "kindcheck"
# What stands among the steps and is none of the code's five.
BESIDE = {REPORTED: lazy("Reported to Veilig Thuis"), KINDCHECK: lazy("Kindcheck")}
WORRIES = "worries"
CHECKED = [
    ("none", lazy("no children, and not pregnant")),
    ("safe", lazy("there are children, and no worries about them")),
    (WORRIES, lazy("there are worries about children")),
    ("unknown", lazy("not known yet")),
]
ANSWERED, DECLINED, MISTAKEN = "answered", "declined", "mistaken"
ENDINGS = [
    (ANSWERED, lazy("it is known who has authority")),
    (DECLINED, lazy("not for them")),
    (MISTAKEN, lazy("asked by mistake")),
]


def said(row: Any, what: str = "") -> str:
    """Return a word of a table in the language of the page."""
    language = "nl" if (get_language() or "").startswith("nl") else "en"
    return str(getattr(row, f"{what}_{language}" if what else language))


def step(key: str, code: Code) -> str:
    """Return what a step is called."""
    found = code.step(key)
    return said(found) if found else str(BESIDE.get(key, key))


def gap(each: Gap, code: Code) -> str:
    """Return what is missing, in words."""
    questions = {question.key: question for question in code.questions}
    about = said(questions[each.about]) if each.about in questions else step(each.about, code)
    return {
        Lack.STEP: _("Not done yet: %(step)s") % {"step": about},
        Lack.ANSWER: _("Not answered yet: %(question)s") % {"question": about},
        Lack.ADVICE: _("You are in doubt. Ask Veilig Thuis for advice, and write it down under Consult."),
        Lack.REPORT: _("The answers oblige you to report to Veilig Thuis."),
        Lack.HELP: _("There is a suspicion or doubt. Arrange help, report, or weigh it again."),
    }[each.lack]
