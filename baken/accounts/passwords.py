# SPDX-License-Identifier: EUPL-1.2
"""Long passwords that are common all the same: the short words of Django's list are looked for inside them."""

import re
from itertools import pairwise
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator, MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

_MOST_WORDS, _SHORTEST_WORD = 2, 3
_FEWEST_TURNS = 5
_NEVER = float("inf")


class LengthValidator(MinimumLengthValidator):
    """Refuses what is too short, in words that Dutch knows too."""

    def get_error_message(self) -> str:
        """Return what to do."""
        return _("Use at least %d characters.") % self.min_length


class CommonInsideValidator(CommonPasswordValidator):
    """Refuses what stands in the list, one or two of its words with anything around them, and rows such as 123456."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError for a password that guessers try early."""
        super().validate(password, user)
        letters = re.sub(r"[\W\d_]", "", password.lower())
        if _turns(password) < _FEWEST_TURNS or (letters and self._words(_unit(letters)) <= _MOST_WORDS):
            raise ValidationError(self.get_error_message(), code="password_too_common")

    def _words(self, letters: str) -> float:
        """Return of how few words of the list a text is made; infinite where it is not."""
        fewest = [0.0] + [_NEVER] * len(letters)
        for end in range(_SHORTEST_WORD, len(letters) + 1):
            starts = [at for at in range(end - _SHORTEST_WORD + 1) if letters[at:end] in self.passwords]
            fewest[end] = min((fewest[at] + 1 for at in starts), default=_NEVER)
        return fewest[-1]


def _unit(text: str) -> str:
    """Return the part that a text repeats: `abab` is `ab` and no more."""
    return text[: (text + text).find(text, 1)]


def _turns(text: str) -> int:
    """Return how often a text is not simply continued by the same sign, the next or the one before."""
    return sum(abs(ord(one) - ord(next_one)) > 1 for one, next_one in pairwise(text))
