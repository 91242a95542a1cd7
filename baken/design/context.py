# SPDX-License-Identifier: EUPL-1.2
"""What every page's frame needs to know."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

# Where the quick exit leads: somewhere anyone might have been, and that opens fast: the weather.
QUICK_EXIT = {"nl": "https://www.buienradar.nl/", "en": "https://www.bbc.com/weather"}
# Which entry of the public menu a first word of an address belongs to; all others belong to the databank.
SECTIONS = {each: each for each in ("sources", "concepts", "contact", "signals", "figures")} | dict.fromkeys(
    ("sign-in", "sign-out", "account", "welcome"), ""
)


def page(request: HttpRequest) -> dict[str, object]:
    """Tell a template which door it stands in, which frame it hangs in and which menu entry is the current one."""
    return {
        "door": settings.DOOR,
        "frame": f"design/base_{settings.DOOR}.html",
        "section": section(request),
        "quick_exit": QUICK_EXIT.get(get_language() or "nl", QUICK_EXIT["en"]),
    }


def section(request: HttpRequest) -> str:
    """Return the menu entry of an address, whatever its language."""
    # Read as it came: this also frames the page that says a question cannot be read.
    if "kind=signal-card" in request.META.get("QUERY_STRING", ""):
        return "signals"
    words = [word for word in request.path_info.split("/") if word]
    first = next(iter(words[1:] if words[:1] == ["en"] else words), "")
    return SECTIONS.get(first, "databank")
