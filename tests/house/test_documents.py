# SPDX-License-Identifier: EUPL-1.2
"""The documents hold together: decisions are numbered, links lead somewhere, the README opens with how to start."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.house.tree import ROOT, tracked

DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
HEADINGS = ["## Context", "## Decision", "## Consequences"]
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")


def documents() -> list[Path]:
    """Return every document that a newcomer may follow a link in."""
    return [path for path in tracked("*.md") if path.parent == ROOT or path.is_relative_to(ROOT / "docs")]


def prose(path: Path) -> str:
    """Return a document without what it quotes: examples may look like links."""
    return CODE.sub("", FENCE.sub("", path.read_text(encoding="utf-8")))


def anchors(path: Path) -> set[str]:
    """Return the anchors of a document's headings, made as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", path.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def broken(path: Path, text: str) -> list[str]:
    """Return the links of a document's text that lead nowhere; those to other sites are not followed."""
    found = []
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        aim = (path.parent / name).resolve() if name else path
        if not aim.exists() or (anchor and anchor not in anchors(aim)):
            found.append(f"{path.name}: {target}")
    return found


def test_it_numbers_decisions_from_one_without_gaps() -> None:
    assert len(DECISIONS) >= 10
    assert [path.name[:5] for path in DECISIONS] == [f"{number:04}-" for number in range(1, len(DECISIONS) + 1)]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_it_argues_every_decision(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith(f"# {int(path.name[:4])}. ")
    assert [line for line in lines if line.startswith("## ")] == HEADINGS
    starts = [lines.index(heading) for heading in HEADINGS] + [len(lines)]
    parts = [" ".join(lines[begin + 1 : end]) for begin, end in pairwise(starts)]
    assert min(map(len, parts)) > 100


def test_it_lists_every_decision() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert [path.name for path in DECISIONS] == re.findall(r"\(decisions/([^)]+)\)", index)


def test_it_links_to_what_is_there() -> None:
    texts = {path: prose(path) for path in documents()}
    assert sum(len(LINK.findall(text)) for text in texts.values()) > 50
    assert [link for path, text in texts.items() for link in broken(path, text)] == []


@pytest.mark.parametrize("text", ["[a](nowhere.md)", "[a](index.md#nowhere)", "[a](#nowhere)", "![a](../nowhere.png)"])
def test_it_notices_a_link_that_leads_nowhere(text: str) -> None:
    assert len(broken(ROOT / "docs" / "index.md", text)) == 1


def test_it_leads_to_every_document_from_the_index() -> None:
    index = ROOT / "docs" / "index.md"
    named = {(index.parent / target).resolve() for target in LINK.findall(prose(index))}
    assert {path for path in documents() if path.is_relative_to(ROOT / "docs")} <= named | {index}


def test_it_opens_the_readme_with_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    first = FENCE.search(text)
    assert first
    assert [line.split("#")[0].strip() for line in first[1].splitlines()] == ["make run", "make test"]
    assert text[: first.start()].count("\n") < 10
