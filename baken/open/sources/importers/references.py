# SPDX-License-Identifier: EUPL-1.2
"""Reads how Dutch law names other law: juriconnect 1.0 and 1.3 (`jci1.3:c:BWBR0011823&artikel=8`)."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from baken.open.sources.importers import paths

_REFERENCE = re.compile(r"(?:jci)?1\.\d+:[a-z]:(?:BWB:)?(BWB[RVW]\d{7})((?:&[^&]*)*)\Z")
_KINDS = {
    "boek": "boek", "deel": "deel", "titeldeel": "titel", "titel": "titel", "hoofdstuk": "hoofdstuk",
    "afdeling": "afdeling", "paragraaf": "paragraaf", "sub-paragraaf": "subparagraaf", "bijlage": "bijlage",
    "divisie": "divisie", "circulaire.divisie": "paragraaf", "aanwijzing": "artikel",
}  # fmt: skip


@dataclass(frozen=True)
class Target:
    """What a reference points at: a regulation (`BWBR…` or `BWBV…`) and a path within it, or all of it."""

    identifier: str
    path: str = ""

    @property
    def key(self) -> str:
        """The key of the work, such as `bwb/BWBR0011823`."""
        return f"bwb/{self.identifier}"

    @property
    def address(self) -> str:
        """The key and the path, as `source:` links carry them."""
        return f"{self.key}/{self.path}".rstrip("/")


def parse(reference: str) -> Target | None:
    """Return what a juriconnect reference means, or None where it is not one."""
    match = _REFERENCE.match(reference.strip())
    return Target(match[1], _path(match[2])) if match else None


def _path(places: str) -> str:
    """Return the address that the places name; an article is known by its number wherever it stands."""
    steps = [(name, paths.number(unquote(number))) for name, _, number in _pairs(places) if number.strip()]
    article = next((number for name, number in steps if name in {"artikel", "aanwijzing"}), "")
    annex = next((f"bijlage/{number}/" for name, number in steps if name == "bijlage"), "")
    if article:
        return f"{annex}artikel/{article}"
    chain = [paths.Part(_KINDS[name], number) for name, number in steps if name in _KINDS and number]
    for part, above in zip(chain[1:], chain, strict=False):
        part.parent = above
    paths.assign(chain)
    return chain[-1].path if chain else ""


def _pairs(places: str) -> list[tuple[str, str, str]]:
    return [place.partition("=") for place in places.split("&") if "=" in place]
