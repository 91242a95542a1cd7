# SPDX-License-Identifier: EUPL-1.2
"""What was said of somebody's being a victim, by whom and when: in the part `notes`, where intake works."""

from django.utils.translation import gettext_lazy as _

from baken.closed.casework.recorded import Recorded
from baken.closed.vault.fields import EncryptedDateField, EncryptedTextField


class Assertion(Recorded):
    """A word about it; a later one is added, and none is changed."""

    what = EncryptedTextField(_("what was said"), domain="casework.assertion")
    by = EncryptedTextField(_("by whom"), domain="casework.assertion")
    on = EncryptedDateField(_("on"), domain="casework.assertion")
    source = EncryptedTextField(_("in which document"), domain="casework.assertion", blank=True)

    def __str__(self) -> str:
        return f"assertion in {self.dossier_id}"
