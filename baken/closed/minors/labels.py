# SPDX-License-Identifier: EUPL-1.2
"""What choices of the reporting code and of authority are called on a page, and the words of their tables."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from baken.closed.minors.engine.code import Answer, Code
from baken.closed.minors.engine.rounds import HELP, REPORT, VEILIG_THUIS, Gap, Lack
from baken.core.wording import said

CHILD, CHILDREN = "child", "children"
ABOUT = [(CHILD, _("about her")), (CHILDREN, _("about her children"))]
CONSULTED = [
    ("colleague", _("a colleague")),
    (VEILIG_THUIS, _("Veilig Thuis")),
    ("injury_expert", _("an expert on injuries")),
]
TALKED = [("child", _("the child")), ("parents", _("the parents"))]
ANSWERS = [(Answer.YES.value, _("yes")), (Answer.NO.value, _("no")), (Answer.DOUBT.value, _("in doubt"))]
DECISIONS = [(HELP, _("arrange help")), (REPORT, _("report to Veilig Thuis"))]
REPORTED, KINDCHECK = "reported", "kindcheck"
# What stands among the steps and is none of the code's five.
BESIDE = {REPORTED: _("Reported to Veilig Thuis"), KINDCHECK: _("Kindcheck")}
WORRIES = "worries"
CHECKED = [
    ("none", _("no children, and not pregnant")),
    ("safe", _("there are children, and no worries about them")),
    (WORRIES, _("there are worries about children")),
    ("unknown", _("not known yet")),
]
ANSWERED, DECLINED, MISTAKEN = "answered", "declined", "mistaken"
ENDINGS = [
    (ANSWERED, _("it is known who has authority")),
    (DECLINED, _("not for them")),
    (MISTAKEN, _("asked by mistake")),
]


def step(key: str, code: Code) -> str:
    """Return what a step is called."""
    found = code.step(key)
    return said(found) if found else str(BESIDE.get(key, key))


def gap(each: Gap, code: Code) -> str:
    """Return what is missing, in words."""
    questions = {question.key: question for question in code.questions}
    about = said(questions[each.about]) if each.about in questions else step(each.about, code)
    return {
        Lack.STEP: gettext("Not done yet: %(step)s") % {"step": about},
        Lack.ANSWER: gettext("Not answered yet: %(question)s") % {"question": about},
        Lack.ADVICE: gettext("You are in doubt. Ask Veilig Thuis for advice, and write it down under Consult."),
        Lack.REPORT: gettext("The answers oblige you to report to Veilig Thuis."),
        Lack.HELP: gettext("There is a suspicion or doubt. Arrange help, report, or weigh it again."),
    }[each.lack]
