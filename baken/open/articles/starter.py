# SPDX-License-Identifier: EUPL-1.2
"""Reads the starter articles: Markdown with a TOML head, written by hand beside this file."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

FOLDER = Path(__file__).parent / "starter"
_FENCE = "+++\n"
Block = tuple[str, Any]


@dataclass(frozen=True)
class Starter:
    """One starter article in one language; ``key`` is shared by its translations."""

    key: str
    language: str
    head: dict[str, Any]
    text: str


@cache
def articles() -> tuple[Starter, ...]:
    """Return every starter article, by key and language."""
    return tuple(read(path) for path in sorted(FOLDER.glob("*.md")))


def works() -> list[dict[str, Any]]:
    """Return the sources that the starter articles cite, as cards without text."""
    return list(tomllib.loads((FOLDER / "works.toml").read_text(encoding="utf-8"))["work"])


def read(path: Path) -> Starter:
    """Read one file named `<key>.<language>.md`."""
    _, head, text = path.read_text(encoding="utf-8").split(_FENCE, 2)
    key, language = path.name.removesuffix(".md").rsplit(".", 1)
    return Starter(key, language, tomllib.loads(head), text)


def blocks(text: str) -> list[Block]:
    """Turn Markdown into the blocks of an article's body, in reading order."""
    markdown = MarkdownIt("commonmark").enable("table")
    result: list[Block] = []
    for node in SyntaxTreeNode(markdown.parse(text)).children:
        kind, value = _block(markdown, node)
        if kind == "text" and result and result[-1][0] == "text":
            result[-1] = ("text", result[-1][1] + value)
        else:
            result.append((kind, value))
    return result


def _block(markdown: MarkdownIt, node: SyntaxTreeNode) -> Block:
    if node.type == "heading" and node.tag == "h2":
        return "heading", _words(node)
    if node.type == "table":
        return "table", {"caption": "", "rows": [[_html(markdown, cell) for cell in row] for row in _rows(node)]}
    if node.type == "blockquote" and (label := _label(node)):
        return "callout", {"label": label.rstrip(":."), "text": _without_label(_inner(markdown, node), label)}
    return "text", _html(markdown, node)


def _rows(table: SyntaxTreeNode) -> list[list[SyntaxTreeNode]]:
    return [list(row.children) for part in table.children for row in part.children]


def _label(quote: SyntaxTreeNode) -> str:
    """Return the bold words a blockquote opens with, or nothing."""
    inline = quote.children[0].children[0]
    first = next((each for each in inline.children if each.type != "text" or each.content), None)
    return _words(first) if first and first.type == "strong" else ""


def _without_label(html: str, label: str) -> str:
    return html.replace(f"<strong>{label}</strong>", "", 1).replace("<p> ", "<p>", 1).replace("<p>: ", "<p>", 1)


def _words(node: SyntaxTreeNode) -> str:
    return "".join(each.content for each in node.walk() if each.type in {"text", "code_inline"})


def _html(markdown: MarkdownIt, node: SyntaxTreeNode) -> str:
    tokens = node.children[0].to_tokens() if node.type in {"th", "td"} else node.to_tokens()
    return str(markdown.renderer.render(tokens, markdown.options, {}))


def _inner(markdown: MarkdownIt, node: SyntaxTreeNode) -> str:
    return "".join(_html(markdown, child) for child in node.children)
