# SPDX-License-Identifier: EUPL-1.2
"""Joins style sheets: drops comments and spare space, and the parts of a component that no page uses."""

import re
from collections.abc import Iterator

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_SPACES = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,]) ?")
_GROUPS = ("@media", "@supports")
_NOT = re.compile(r":not\([^()]*\)")
# A comma between selectors, not one inside brackets.
_COMMA = re.compile(r",(?![^()]*\))")


def shrink(css: str) -> str:
    """Return the same style sheet without comments and spare space; quoted text stays as it is."""
    parts = _QUOTED.split(_COMMENT.sub("", css))
    parts[::2] = [_AROUND.sub(r"\1", _SPACES.sub(" ", part)) for part in parts[::2]]
    return "".join(parts).replace(";}", "}").strip()


def only(css: str, used: frozenset[str], prefix: str) -> str:
    """Keep the rules whose classes beginning with ``prefix`` are all in ``used``; ``css`` is shrunk already.

    What stands in `:not(…)` need not be used.
    """
    return "".join(_kept(css, used, re.compile(rf"\.({re.escape(prefix)}[\w-]*)")))


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield `(head, body)` of each rule at the top of a shrunk style sheet; the body is without its braces."""
    start = depth = 0
    head = ""
    for found in re.finditer(r"[{}]", css):
        if found[0] == "{" and (depth := depth + 1) == 1:
            head, start = css[start : found.start()], found.end()
        elif found[0] == "}" and (depth := depth - 1) == 0:
            yield head.strip(), css[start : found.start()]
            start = found.end()


def _kept(css: str, used: frozenset[str], named: re.Pattern[str]) -> Iterator[str]:
    for head, body in rules(css):
        if head.startswith(_GROUPS):
            inner = "".join(_kept(body, used, named))
            yield f"{head}{{{inner}}}" if inner else ""
        else:
            selectors = [each for each in _COMMA.split(head) if set(named.findall(_NOT.sub("", each))) <= used]
            yield f"{','.join(selectors)}{{{body}}}" if selectors and body else ""
