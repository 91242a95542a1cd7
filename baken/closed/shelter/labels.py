# SPDX-License-Identifier: EUPL-1.2
"""What the codes of the house are called on a page."""

from django.utils.translation import gettext_lazy as _

from baken.closed.shelter.placing.instance import Safety, Sex
from baken.closed.shelter.placing.rules import Rule

COLOURS = [(Safety.GREEN.value, _("green")), (Safety.ORANGE.value, _("orange")), (Safety.RED.value, _("red"))]
SEXES = [
    (Sex.FEMALE.value, _("woman or girl")),
    (Sex.MALE.value, _("man or boy")),
    (Sex.OTHER.value, _("other, or not known")),
]
ADULT, MINOR, CHILD, UNKNOWN = "adult", "minor", "child", "unknown"
AGES = [
    (ADULT, _("surely 18 or over")),
    (MINOR, _("12 to 17")),
    (CHILD, _("under 12")),
    (UNKNOWN, _("not known")),
]
NIGHT = "night"
# The last is never chosen: only the door at night asks so.
SOURCES = [
    ("intake", _("our own intake")),
    ("partner", _("a partner")),
    ("comensha", _("CoMensha")),
    ("self", _("herself")),
    (NIGHT, _("at our door, outside office hours")),
]
SURE, LIKELY, UNSURE = "sure", "likely", "unsure"
CERTAINTIES = [
    (SURE, _("sure: the day stands")),
    (LIKELY, _("likely: it may slip by days")),
    (UNSURE, _("unsure: it hangs on a home or a decision")),
]
SHORTLY = {SURE: _("sure"), LIKELY: _("likely"), UNSURE: _("unsure")}
LENGTHS = [("short", _("short stay")), ("long", _("long stay"))]
FINANCING = [
    ("cosm", _("COSM (central government)")),
    ("wmo", _("Wmo (municipality)")),
    ("youth", _("Youth Act (municipality)")),
    ("other", _("other")),
]
REPAIR = "repair"
CLOSINGS = [("cleaning", _("cleaning")), (REPAIR, _("repair")), ("kept-free", _("kept free"))]
ACCEPTED, REFUSED, WITHDRAWN, PLACED = "accepted", "refused", "withdrawn", "placed"
ANSWERABLE = [(REFUSED, _("refused")), (WITHDRAWN, _("not needed any more"))]
REQUEST_ENDINGS = [*ANSWERABLE, (PLACED, _("the stay has ended"))]
REFUSALS = [
    ("full", _("no place that fits")),
    ("danger", _("not safe here: somebody in the house, or the region")),
    ("care", _("needs care that we do not have")),
    ("no-consent", _("she does not want to come")),
    ("not-ours", _("no sign of human trafficking")),
    ("other", _("something else")),
]
ANSWERS = [(ACCEPTED, _("accepted")), (REFUSED, _("refused")), (WITHDRAWN, _("withdrawn"))]
MOVED, LAPSED, RELEASED = "moved", "lapsed", "released"
OUTCOMES = [
    ("own-home", _("to a home of her own")),
    ("family", _("to family or friends")),
    ("other-shelter", _("to another shelter")),
    ("secret-shelter", _("to a secret address")),
    ("care", _("to a hospital or a clinic")),
    ("returned", _("back to her country")),
    ("own-choice", _("left of her own choice")),
    ("missing", _("missing")),
    ("did-not-come", _("did not come")),
    (MOVED, _("moved to another unit")),
    (LAPSED, _("the hold ran out")),
    (RELEASED, _("the hold was let go")),
    ("other", _("something else")),
]
# What ends a stay of itself, and is not chosen when somebody leaves.
OF_ITSELF = {MOVED, LAPSED, RELEASED}
LEAVE, HOSPITAL, MISSING = "leave", "hospital", "missing"
ABSENCES = [(LEAVE, _("leave, agreed")), (HOSPITAL, _("in hospital")), (MISSING, _("missing"))]
RULES = {
    Rule.ONE_UNIT: _("one unit for the whole stay"),
    Rule.CAPACITY: _("no free place"),
    Rule.CLOSED: _("out of use"),
    Rule.SEX: _("sexes apart"),
    Rule.MINORS: _("no minor with a grown-up of another household"),
    Rule.DANGER: _("danger: somebody near whom she may not be"),
    Rule.SECURED: _("code red only on the secured wing"),
    Rule.ACCESS: _("not step-free"),
    Rule.REGION: _("a region she must keep out of"),
    Rule.RESIDENT: _("somebody who lives there keeps it"),
}
CRISIS, FAMILY, STEPS = "crisis", "family", "access"
SOFT = {
    CRISIS: _("kept for emergencies"),
    FAMILY: _("kept for a family"),
    STEPS: _("not step-free"),
}
