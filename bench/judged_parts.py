# SPDX-License-Identifier: EUPL-1.2
"""Where the parts of a judged compound begin in it: judgements name dictionary forms, such as schip for -schepen."""

from collections.abc import Sequence

_LINKS = ("s", "en", "e", "n", "er")
_OTHER_LETTER, _LINK = 2.0, 0.2


def cut(parts: Sequence[str]) -> tuple[int, ...]:
    """Return where the second and each later part begins."""
    return tuple(sum(map(len, parts[:place])) for place in range(1, len(parts)))


def starts(word: str, parts: Sequence[str]) -> tuple[int, ...]:
    """Return where the second and each later dictionary form begins in a word, by the alignment that differs least."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for place, part in enumerate(parts, 1):
        ends = range(1, len(word) + 1) if place < len(parts) else (len(word),)
        best = {
            end: min((cost + _apart(part, word[start:end]), (*path, end)) for start, (cost, path) in held)
            for end in ends
            if (held := [(start, each) for start, each in best.items() if start < end])
        }
    return best[len(word)][1][:-1]


def _apart(part: str, piece: str) -> float:
    bare = [piece[: -len(link)] for link in _LINKS if piece.endswith(link) and len(piece) > len(link)]
    distance = min([float(_edits(part, piece)), *(_edits(part, each) + _LINK for each in bare)])
    return distance + (0 if part[0] == piece[0] else _OTHER_LETTER)


def _edits(one: str, other: str) -> int:
    """Return Levenshtein's distance."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        above, row = row, [place]
        for column, each in enumerate(other, 1):
            row.append(min(above[column] + 1, row[-1] + 1, above[column - 1] + (letter != each)))
    return row[-1]
