# SPDX-License-Identifier: EUPL-1.2
"""Names as they are compared (pure)."""

import unicodedata


def folded(text: str) -> str:
    """Return a name as it is compared: without capitals and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))
