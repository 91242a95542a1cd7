# SPDX-License-Identifier: EUPL-1.2
"""Who decides with a minor, and who belongs to the person: in the part `identity`."""

from django.utils.translation import gettext_lazy as _

from baken.closed.casework.recorded import Recorded
from baken.closed.vault.fields import EncryptedDateField, EncryptedJSONField, EncryptedTextField


class Guardian(Recorded):
    """Who has authority over a minor, for as long as that lasts."""

    kind = EncryptedTextField(_("authority"), domain="casework.guardian")
    name = EncryptedTextField(_("name"), domain="casework.guardian", blank=True)
    phone = EncryptedTextField(_("telephone"), domain="casework.guardian", blank=True)
    since = EncryptedDateField(_("since"), domain="casework.guardian", null=True)
    until = EncryptedDateField(_("until"), domain="casework.guardian", null=True)

    def __str__(self) -> str:
        return f"guardian in {self.dossier_id}"


class Relative(Recorded):
    """Somebody of her family or household."""

    name = EncryptedTextField(_("name"), domain="casework.relative", blank=True)
    relation = EncryptedTextField(_("relation"), domain="casework.relative")
    born = EncryptedDateField(_("born on"), domain="casework.relative", null=True)
    with_her = EncryptedJSONField(_("comes with her"), domain="casework.relative", default=bool)
    # The key of this person's own file here, if there is one. Sealed: who is whose sister is told to nobody else.
    file = EncryptedTextField(domain="casework.relative", blank=True)

    def __str__(self) -> str:
        return f"relative in {self.dossier_id}"
