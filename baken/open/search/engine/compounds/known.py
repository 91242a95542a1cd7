# SPDX-License-Identifier: EUPL-1.2
"""What was learned of a vocabulary, in memory and in a file."""

import gzip
import json
import re
import unicodedata
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from baken.open.search.engine.compounds.letters import Letters

_VERSION = 1
# Longest first: "kinder" is kind with -er-, not kinde with -r-.
LINKS = ("er", "en", "s", "e", "n")
_SHORTEST = 3
_DIGITS = 4
_STRANGE = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True)
class Known:
    """Parts with the natural logarithm of how likely each is first or between (modifiers) and last (heads)."""

    modifiers: dict[str, float]
    heads: dict[str, float]
    # All words that were seen free, compounds among them, with how often.
    words: Mapping[str, int]
    letters: Letters

    def without_link(self, part: str) -> str:
        """Return a known word that a part is with linking letters after it; nothing where it is a word itself."""
        bare = (part.removesuffix(link) for link in LINKS if part not in self.words and part.endswith(link))
        return next((each for each in bare if len(each) >= _SHORTEST and each in self.words), "")

    def save(self, file: Path) -> None:
        """Write all of it to a small file."""
        file.write_bytes(self.packed())

    def packed(self) -> bytes:
        """Return all of it in few bytes; `unpacked` takes them."""
        told = {
            "version": _VERSION, "modifiers": _rounded(self.modifiers), "heads": _rounded(self.heads),
            "words": self.words, "seen": _rounded(self.letters.seen), "retreat": _rounded(self.letters.retreat),
        }  # fmt: skip
        return gzip.compress(json.dumps(told, ensure_ascii=False).encode(), 5, mtime=0)


def load(file: Path) -> Known:
    """Return what was saved; raises OSError where there is no such file, ValueError where it is of no use."""
    return unpacked(file.read_bytes())


def unpacked(data: bytes) -> Known:
    """Return what was packed; raises ValueError or OSError where it is of no use."""
    try:
        told = json.loads(gzip.decompress(data))
        if told["version"] != _VERSION:
            raise ValueError(f"compounds of version {told['version']}, not {_VERSION}")
        letters = Letters(told["seen"], told["retreat"])
        return Known(told["modifiers"], told["heads"], told["words"], letters)
    except (EOFError, KeyError, TypeError, zlib.error) as error:
        raise ValueError(f"not the compounds' file: {error}") from error


def folded(word: str) -> str:
    """Return a word in small letters without accents, of the same length."""
    # Nearly every letter is plain already, and they come by the million.
    return (word if word.isascii() else _STRANGE.sub(_plain, word)).lower()


def _plain(letter: re.Match[str]) -> str:
    return unicodedata.normalize("NFKD", letter[0])[0].lower()[0]


def _rounded(numbers: dict[str, float]) -> dict[str, float]:
    return {name: round(each, _DIGITS) for name, each in numbers.items()}
