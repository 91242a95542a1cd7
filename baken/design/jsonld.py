# SPDX-License-Identifier: EUPL-1.2
"""JSON-LD in a page: data, not script, so the strict policy lets it be."""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

# What could end the element or start another is written as JSON escapes, which mean the same.
_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def script(facts: dict[str, Any]) -> SafeString:
    """Return the element that tells machines the facts of a page."""
    data = json.dumps(facts, ensure_ascii=False).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(data))  # noqa: S308 - escaped above
