# SPDX-License-Identifier: EUPL-1.2
"""Further languages of the report form: each is a catalogue in a folder of the centre's own.

The rest of the site speaks Dutch and English, so these pages lead nowhere else.
"""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language, get_language_info

from baken.open.languages import localised


def further() -> list[str]:
    """Return the codes of the further languages, in order."""
    found = {path.parts[-3] for folder in settings.REPORT_LOCALES for path in folder.glob("*/LC_MESSAGES/django.mo")}
    return sorted(found - set(dict(settings.LANGUAGES)))


class FurtherConverter:
    """A part of an address that names a further language."""

    regex = "[a-z]{2,3}(?:-[a-z]+)?"

    def to_python(self, value: str) -> str:
        """Return the code; raise ValueError, which says that this address is not ours, for any other word."""
        if value not in further():
            raise ValueError(value)
        return value

    def to_url(self, value: str) -> str:
        """Return the code as it stands in an address."""
        return value


def in_language(view: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest, str], HttpResponse]:
    """Let a page speak a further language."""

    @wraps(view)
    def spoken(request: HttpRequest, language: str) -> HttpResponse:
        with translation.override(language):
            response = view(request)
        response["Content-Language"] = language
        return response

    return spoken


def others(path: str) -> list[dict[str, str]]:
    """Return the same page in every other language: code, address, and what speakers of it call it."""
    here = get_language() or settings.LANGUAGE_CODE
    bare = path.removeprefix(f"/{here}") if here in further() else localised(path, "nl")
    of_the_site = {code: localised(bare, code) for code in dict(settings.LANGUAGES)}
    addresses = of_the_site | {code: f"/{code}{bare}" for code in further()}
    return [{"code": code, "url": at, "name": _called(code)} for code, at in addresses.items() if code != here]


def _called(code: str) -> str:
    return str(get_language_info(code)["name_local"])
