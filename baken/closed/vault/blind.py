# SPDX-License-Identifier: EUPL-1.2
"""Finding an equal telephone or document number without reading any: a keyed digest beside the encrypted field.

Only for what nearly nobody shares: numbers, and a whole record of another system. A name, a nationality, a birth date
or a sex would be told by how often its digest comes back, so there is no index for them. The key is an agency's own:
digests of two agencies never match.
"""

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Callable
from uuid import UUID

from baken.closed.vault.reads import index_key
from baken.closed.vault.sealing import subkey

BYTES = 16
_COUNTRY = "31"


class NotIndexed(ValueError):
    """There is no index for this field."""


def blind_index(agency: UUID, field: str, value: str) -> bytes | None:
    """Return the 16-byte digest of an agency's `phone`, `document`, `file_number` or `record`, to be stored beside it.

    None where the value has too little to find it by. Raises NotIndexed for another field, and KeyGone before the
    agency's first dossier.
    """
    return digest(index_key(agency), field, value)


def digest(key: bytes, field: str, value: str) -> bytes | None:
    """Return the first 16 bytes of HMAC-SHA256 over the normalised value, with a key for this field alone."""
    if field not in _NORMALISED:
        raise NotIndexed(f"there is no blind index for {field}")
    normalise, fewest = _NORMALISED[field]
    normal = normalise(value)
    if len(normal) < fewest:
        return None
    return hmac.digest(subkey(key, f"index:{field}"), normal.encode(), hashlib.sha256)[:BYTES]


def normalise_phone(value: str) -> str:
    """Return a telephone number as `+` and digits; without a country it is taken for Dutch. Empty for no digits."""
    text = unicodedata.normalize("NFKC", value).replace("(0)", "").strip()
    digits = re.sub(r"[^0-9]", "", text)
    if not text.startswith("+") and not digits.startswith("00"):
        digits = _COUNTRY + digits.removeprefix("0") if digits else ""
    abroad = digits if text.startswith("+") else digits.removeprefix("00")
    return f"+{abroad}" if abroad else ""


def normalise_document(value: str) -> str:
    """Return the letters and digits of a document or file number, in capitals."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", value).upper()))


# Beside each, the fewest characters: what is shorter, such as an emergency number, too many share.
_NORMALISED: dict[str, tuple[Callable[[str], str], int]] = {
    "phone": (normalise_phone, 8),
    "document": (normalise_document, 6),
    "file_number": (normalise_document, 6),
    "record": (str, 1),
}
