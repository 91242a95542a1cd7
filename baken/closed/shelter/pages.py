# SPDX-License-Identifier: EUPL-1.2
"""What pages of one question share: calling an action whose faults the form tells, and showing the form."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from baken.closed.shelter.asking.reads import Household


def did(form: Form, action: Any, **given: Any) -> bool:
    """Call an action and return whether it was done; else the form says why not."""
    try:
        action(**given)
    except ValidationError as fault:
        form.add_error(None, fault)
        return False
    return True


def asked(  # noqa: PLR0913 - what a page of one question shows
    request: HttpRequest, found: Household, form: Form, *, heading: str, verb: str, about: str = "", back: str = "stay"
) -> HttpResponse:
    """Return a page of one question, and where to whoever saves nothing goes back."""
    context = {"found": found, "dossier": found.dossier, "form": form, "heading": heading, "verb": verb}
    return render(request, "shelter/asked.html", context | {"about": about, "back": back})
