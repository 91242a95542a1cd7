# SPDX-License-Identifier: EUPL-1.2
"""What somebody fills in to sign in, to confirm who they are, and to enrol a second factor."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from allauth.account.adapter import get_adapter as account_adapter
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.totp.internal.auth import validate_totp_code
from allauth.mfa.webauthn.forms import AuthenticateWebAuthnForm, ReauthenticateWebAuthnForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from baken.accounts import limits, passkeys, ports, reads
from baken.accounts.models import User

_Found = TypeVar("_Found")
_LONGEST_NAME = 40


class _Counted:
    """Counts each try at a second factor for the day too, and tells of a wrong one."""

    user: User
    kind: str
    step = "second-step"

    @property
    def is_offered(self) -> bool:
        """Whether this person has such a factor."""
        return reads.has_factor(self.user, self.kind)

    def counted(self, check: Callable[[], _Found]) -> _Found:
        """Return what the check finds, if there are tries left today; raise ValidationError."""
        if not limits.try_second_step(self.user):
            ports.tell("sign-in-failed", self.user, step=self.step, reason="too-many")
            raise ValidationError(_("Too many tries today. Ask the person who works with you for a new start."))
        try:
            found = check()
        except ValidationError as error:
            ports.tell("sign-in-failed", self.user, step=self.step, reason=error.code or "wrong")
            raise
        limits.clear_second_step(self.user)
        return found


class _Code(_Counted):
    kind = reads.APP

    def clean_code(self) -> str:
        """Return a code that is right and was never used."""
        return self.counted(self._checked)

    def _checked(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]
        if not limits.use_once(self.user, normalize_user_code(code)):
            raise get_adapter().validation_error("incorrect_code")
        return code


class _Passkey(_Counted):
    kind = reads.PASSKEY

    def clean_credential(self) -> Any:
        """Return the passkey whose answer is right."""
        return self.counted(partial(passkeys.plainly, super().clean_credential))  # type: ignore[misc]


class CodeForm(_Code, AuthenticateForm):
    """The code of an app, while signing in."""


class PasskeyForm(_Passkey, AuthenticateWebAuthnForm):
    """The answer of a passkey, while signing in."""

    credential = passkeys.CredentialField()


class ConfirmCodeForm(_Code, ReauthenticateForm):
    """The code of an app, to confirm who is at the keys."""

    step = "confirm"


class ConfirmPasskeyForm(_Passkey, ReauthenticateWebAuthnForm):
    """The answer of a passkey, to confirm who is at the keys."""

    credential = passkeys.CredentialField()
    step = "confirm"


class NewPasskeyForm(forms.Form):
    """A new passkey and the name its owner gives it."""

    name = forms.CharField(max_length=_LONGEST_NAME, required=False)
    credential = passkeys.CredentialField()

    def clean_credential(self) -> dict[str, Any]:
        """Return a registration that answers our question."""
        return passkeys.check_registration(self.cleaned_data["credential"])


class NewAppForm(forms.Form):
    """The first code of a new app, which shows that the secret has come over."""

    code = forms.CharField(max_length=20)

    def __init__(self, *args: Any, user: User, secret: str, **kwargs: Any) -> None:
        self.user, self.secret = user, secret
        super().__init__(*args, **kwargs)

    def clean_code(self) -> str:
        """Return a code that is right and was never used."""
        forget = check_rate_limit(self.user)
        code: str = self.cleaned_data["code"]
        if not validate_totp_code(self.secret, code) or not limits.use_once(self.user, normalize_user_code(code)):
            raise get_adapter().validation_error("incorrect_code")
        forget()
        return code


class EndForm(forms.Form):
    """Which session to end, by its digest; or all others."""

    session = forms.CharField(max_length=64, required=False)
    others = forms.BooleanField(required=False)


class PasswordForm(forms.Form):
    """A new password, twice: a mistake nobody sees would need two people to undo."""

    password = forms.CharField(strip=False)
    again = forms.CharField(strip=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        """Return a password that will do."""
        validate_password(self.cleaned_data["password"], self.user)
        return str(self.cleaned_data["password"])

    def clean_again(self) -> str:
        """Refuse two passwords that differ."""
        if self.cleaned_data["again"] != self.data.get("password"):
            raise ValidationError(_("The two passwords are not the same."))
        return str(self.cleaned_data["again"])


class ChangePasswordForm(PasswordForm):
    """A new password, and the present one."""

    current = forms.CharField(strip=False)
    field_order = ("current", "password", "again")

    def clean_current(self) -> str:
        """Refuse what is not the present password."""
        if not self.user.check_password(self.cleaned_data["current"]):
            raise account_adapter().validation_error("incorrect_password")
        return str(self.cleaned_data["current"])
