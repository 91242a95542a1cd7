# SPDX-License-Identifier: EUPL-1.2
"""How a question is hidden while too few days have asked for it: a digest under a key that goes with its four weeks.

The key is made of a salt, which stands in the database until the four weeks are over, and of the door's secret, which
never does: neither of the two is enough to try guesses.
"""

import hmac
import secrets
from datetime import date

from django.conf import settings

from baken.open.search.feedback.rules import round_of
from baken.open.search.models import Round

_SALT = 32  # bytes


def current(day: date) -> Round:
    """Return the four weeks that a day stands in; the first to ask begins them."""
    found, _ = Round.objects.get_or_create(start=round_of(day), defaults={"salt": secrets.token_bytes(_SALT)})
    return found


def digest(text: str, of: Round) -> str:
    """Return what stands in the database in place of a text."""
    key = hmac.digest(settings.SECRET_KEY.encode(), b"search feedback" + bytes(of.salt), "sha256")
    return hmac.new(key, text.encode(), "sha256").hexdigest()
