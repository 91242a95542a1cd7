# SPDX-License-Identifier: EUPL-1.2
"""What the lists and their answers are called, and where to turn."""

from django.utils.translation import gettext_lazy as _

from baken.closed.intake.scoring.rules import Answer
from baken.indicators.combining import Finding
from baken.indicators.records import Certainty, Form, Population, Strength

FORMS = {
    Form.LABOUR: _("Work"),
    Form.SEXUAL: _("Sex"),
    Form.CRIMINAL: _("Crime and begging"),
    Form.ANY: _("Whatever the exploitation is"),
}
POPULATIONS = {Population.ADULT: _("adults"), Population.CHILD: _("minors"), Population.BOTH: _("of any age")}
STRENGTHS = {
    Strength.STRONG: _("strong"),
    Strength.MEDIUM: _("medium"),
    Strength.WEAK: _("weak"),
    Strength.UNWEIGHTED: _("weight unknown"),
}
CERTAINTIES = {
    Certainty.READ: _("read in its source"),
    Certainty.SECONDARY: _("not read in its source"),
    Certainty.RECALLED: _("not read: from memory, does not count"),
}
FINDINGS = {
    Finding.POSITIVE: _("the pattern is there"),
    Finding.OPEN: _("weights that nobody knows would decide"),
    Finding.NOT_SHOWN: _("not shown yet"),
}
DIMENSION_FINDINGS = {
    Finding.POSITIVE: _("is there"),
    Finding.OPEN: _("may be there: a weight that nobody knows would decide"),
    Finding.NOT_SHOWN: _("not enough yet"),
}
ANSWERS = {Answer.ASSESS: _("Worth assessing"), Answer.ASK: _("Too little to say; this is what to ask")}
