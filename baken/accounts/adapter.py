# SPDX-License-Identifier: EUPL-1.2
"""How allauth behaves here: nobody makes an account alone."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitationOnlyAdapter(DefaultAccountAdapter):
    """Closes self-registration; accounts come from an invitation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Answer no, whoever asks."""
        return False
