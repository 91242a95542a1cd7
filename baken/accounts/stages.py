# SPDX-License-Identifier: EUPL-1.2
"""What stands between the password and being signed in."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

VOUCHED = "agency"


class SecondStep(AuthenticateStage):
    """Asks for the second factor, unless a trusted agency has told in this session that it did."""

    def _should_handle(self, request: HttpRequest) -> bool:
        records = get_authentication_records(request, self.login.user)
        return super()._should_handle(request) and not any(each.get("type") == VOUCHED for each in records)
