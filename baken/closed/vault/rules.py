# SPDX-License-Identifier: EUPL-1.2
"""What a passphrase must be, and who may keep a recovery key."""

from collections.abc import Collection
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

KEEPERS = 2
_SHORTEST, _FEWEST_DIFFERENT = 20, 8


def check_passphrase(passphrase: str) -> None:
    """Raise ValidationError for one too easy to guess: whoever seizes the server may guess for years."""
    if len(passphrase) < _SHORTEST:
        raise ValidationError(_("A passphrase has at least %(number)d characters.") % {"number": _SHORTEST})
    if len(set(passphrase)) < _FEWEST_DIFFERENT:
        raise ValidationError(_("This passphrase repeats itself too much."))


def check_keepers(keepers: Collection[UUID]) -> None:
    """Raise ValidationError unless two different persons keep the parts of a recovery key."""
    if len(set(keepers)) != KEEPERS:
        raise ValidationError(_("Two persons keep a recovery key, each with a part."))
