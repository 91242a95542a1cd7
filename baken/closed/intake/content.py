# SPDX-License-Identifier: EUPL-1.2
"""What a letter of the hatch may say. Whoever controls the open door writes them, so nothing in it is trusted. Pure."""

from collections.abc import Mapping
from typing import Any

LONGEST = 30_000  # characters of one answer
KINDS = frozenset({"report", "addition", "file"})
ANSWERS = frozenset({
    "who", "danger", "age", "informed", "language", "words", "where", "region", "when", "reach", "organisation", "role",
    "name",
})  # fmt: skip
SUFFIXES = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
}
_KEY_BYTES = 32


def checked(content: Any, *, is_file: bool) -> dict[str, Any] | None:
    """Return what of a letter is of a known name and kind, made fit to be kept; None for what is no letter."""
    if not isinstance(content, Mapping) or not isinstance(kind := content.get("kind"), str) or kind not in KINDS:
        return None
    if is_file or kind == "file":
        return _file(content) if is_file and kind == "file" else None
    said = {name: _fit(content[name]) for name in ANSWERS if isinstance(content.get(name), str)}
    key = content.get("public")
    return {"kind": kind, **said, **({"public": key} if isinstance(key, bytes) and len(key) == _KEY_BYTES else {})}


def _file(content: Mapping[str, Any]) -> dict[str, Any] | None:
    name, kind, bodies = content.get("name"), content.get("type"), [content.get("original"), content.get("clean")]
    if not isinstance(name, str) or not isinstance(kind, str) or not all(isinstance(each, bytes) for each in bodies):
        return None
    original, clean = bodies
    return {"kind": "file", "name": _fit(name)[:255], "type": _fit(kind)[:100], "original": original, "clean": clean}


def _fit(text: str) -> str:
    """Return text that can be stored: without halves of characters and NUL, and not without end."""
    return text[:LONGEST].encode("utf-8", "replace").decode().replace("\0", "")
