# SPDX-License-Identifier: EUPL-1.2
"""What a passphrase must be, and how long one that was forgotten may wait for its keepers."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

RENEWAL_LASTS = timedelta(days=7)
_SHORTEST, _FEWEST_DIFFERENT = 20, 8


def check_passphrase(passphrase: str) -> None:
    """Raise ValidationError for one too easy to guess: whoever seizes the server may guess for years."""
    if len(passphrase) < _SHORTEST:
        raise ValidationError(_("A passphrase has at least %(number)d characters.") % {"number": _SHORTEST})
    if len(set(passphrase)) < _FEWEST_DIFFERENT:
        raise ValidationError(_("This passphrase repeats itself too much."))
