# SPDX-License-Identifier: EUPL-1.2
"""What sexes, guardians and relations are called on a page."""

from django.utils.translation import gettext_lazy as _

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
