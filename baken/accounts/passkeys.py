# SPDX-License-Identifier: EUPL-1.2
"""What a browser says of a passkey, read without trust: allauth and its library expect no nonsense."""

import struct
from collections.abc import Callable
from typing import Any, TypeVar

from allauth.mfa.webauthn.internal import auth
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

Found = TypeVar("Found")
WRONG = "incorrect_code"  # as allauth calls it
_MOST_CHARACTERS = 20_000
# What the library raises for bytes that are not what they should be.
_NONSENSE = (TypeError, ValueError, KeyError, IndexError, AttributeError, AssertionError, OverflowError, struct.error)


class CredentialField(forms.JSONField):
    """What the browser's script fills in: an object, of a bearable size and depth."""

    def to_python(self, value: Any) -> Any:
        """Return the object; raise ValidationError for anything else."""
        if isinstance(value, str) and len(value) > _MOST_CHARACTERS:
            raise refusal()
        try:
            found = super().to_python(value)
        except (ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise refusal()
        return found


def check_registration(credential: dict[str, Any]) -> dict[str, Any]:
    """Return what is kept of a new passkey once it answers our question; raise ValidationError otherwise."""

    def check() -> dict[str, Any]:
        read = auth.parse_registration_response(credential)
        auth.complete_registration(credential)
        # Written anew from what was read: what else the browser sent is not kept.
        answer = {name: read.response[name] for name in ("clientDataJSON", "attestationObject")}
        return {"id": read["id"], "rawId": read["rawId"], "type": "public-key", "response": answer}

    return plainly(check)


def plainly(check: Callable[[], Found]) -> Found:
    """Return what a check finds, and turn whatever it trips over into the one ValidationError of a wrong answer."""
    try:
        return check()
    except ValidationError as error:
        raise (refusal() if error.code == WRONG else error) from None
    except _NONSENSE:
        raise refusal() from None


def refusal() -> ValidationError:
    """Return what is said of a passkey that did not do; why, tells nobody anything useful."""
    return ValidationError(_("This did not work, or it took too long. Try again."), code=WRONG)
