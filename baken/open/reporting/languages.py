# SPDX-License-Identifier: EUPL-1.2
"""Further languages of the report form: each is a catalogue in a folder of the centre's own.

The rest of the site speaks Dutch and English, so these pages lead nowhere else.
"""

import re
from collections.abc import Callable
from functools import wraps

from babel import Locale, localedata
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language, to_language, to_locale

from baken.open.languages import localised


def further() -> list[str]:
    """Return the codes of the further languages, in order."""
    files = (path for folder in settings.REPORT_LOCALES for path in folder.glob("*/LC_MESSAGES/django.mo"))
    found = {to_language(path.parts[-3]) for path in files}
    return sorted(filter(_is_language, found - set(dict(settings.LANGUAGES))))


def _is_language(code: str) -> bool:
    return bool(re.fullmatch(FurtherConverter.regex, code)) and localedata.exists(to_locale(code))


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
    return [{"code": code, "url": at, "name": called(code)} for code, at in addresses.items() if code != here]


def called(code: str) -> str:
    """Return what speakers of a language call it; Django knows fewer languages than Babel."""
    return (Locale.parse(code, sep="-").display_name or code).capitalize()
