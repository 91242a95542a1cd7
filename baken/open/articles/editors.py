# SPDX-License-Identifier: EUPL-1.2
"""The editors' rooms have a policy of their own: Wagtail writes inline styles, readers' pages never do."""

from collections.abc import Callable

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

ROOMS = "/editors/"


class EditorPolicyMiddleware:
    """Answers under `/editors/` with the editors' policy, everything else with the strict one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.for_readers = get_response
        self.for_editors = csp_replace(settings.EDITOR_DIRECTIVES)(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the policy of the rooms asked for."""
        answer = self.for_editors if request.path_info.startswith(ROOMS) else self.for_readers
        return answer(request)
