# SPDX-License-Identifier: EUPL-1.2
"""What sexes, guardians and relations are called on a page."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from baken.closed.casework.person.lists import of

# The codes of HTCDS 2.0, prs_Gender.
GENDERS = [
    ("Feminine", _("woman or girl")),
    ("Masculine", _("man or boy")),
    ("TransgenderFeminine", _("trans woman or girl")),
    ("TransgenderMasculine", _("trans man or boy")),
    ("NonConforming", _("neither, or otherwise")),
    ("NonSpecifiedUnknown", _("not known")),
]
INTERPRETER = [("yes", _("needed")), ("official", _("needed for official talks")), ("no", _("not needed"))]
GUARDIANS = [
    ("parent", _("parent")),
    ("nidos", _("Nidos")),
    ("institution", _("certified institution for youth protection")),
    ("other", _("somebody else")),
]
RELATIONS = [
    ("child", _("her child")),
    ("partner", _("partner")),
    ("parent", _("parent")),
    ("sibling", _("brother or sister")),
    ("family", _("other family")),
    ("other", _("somebody else")),
]
# What says that there is no answer: nobody asked, or she was asked and it is not known.
NOT_TOLD = [("", _("not asked")), ("unknown", _("not known"))]


def coded(codes: str) -> list[tuple[str, str]]:
    """Return the codes of a list with what they are called in the language of the page."""
    dutch = (get_language() or "").startswith("nl")
    return [(each.key, each.nl if dutch else each.en) for each in of(codes).values()]


def told(code: str, codes: str = "") -> str:
    """Return what a code of a list is called, and what stands for no answer."""
    return str(dict([*NOT_TOLD, *(coded(codes) if codes else [])]).get(code, code))
