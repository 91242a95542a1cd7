# SPDX-License-Identifier: EUPL-1.2
"""The same page in the other language: Dutch without a prefix, English under /en/."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language


def localised(path: str, language: str) -> str:
    """Return an open-door address in a language, whichever language it is in now."""
    bare = path.removeprefix("/en") if path == "/en" or path.startswith("/en/") else path
    return (f"/en{bare}" if language == "en" else bare) or "/"


def alternates(request: HttpRequest) -> dict[str, object]:
    """Give every template the addresses of the same page in other languages.

    A page of the databank has words of its own in each language, told by the hook that serves it.
    """
    if hasattr(request, "translations"):
        return {"alternates": request.translations}
    others = [(code, name) for code, name in settings.LANGUAGES if code != get_language()]
    path = request.get_full_path()
    return {"alternates": [{"code": code, "url": localised(path, code), "name": name} for code, name in others]}
