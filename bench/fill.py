# SPDX-License-Identifier: EUPL-1.2
"""Puts the same documents and the same article into both sites."""

import json
from pathlib import Path

from baken.settings import environment
from bench.stage import BAKEN, Stage, python, run

ARTICLE = "eerste-24-uur"
_MIGRATE = python("django", "migrate", "--verbosity=0")
_COLLECT = python("django", "collectstatic", "--noinput", "--verbosity=0")


def documents() -> Path:
    """Return the 3,000 documents that both sites hold; exit with one line where they are not there."""
    path = environment.data() / "search" / "documents.nl.jsonl.gz"
    if not path.exists():
        raise SystemExit(f"make bench needs the real material, and {path} is missing: set BAKEN_DATA")
    return path


def ours(stage: Stage) -> None:
    """Fill the open door by its own commands: documents, starter articles, index."""
    run([BAKEN, "migrate", "--door", "open"], stage.bare)
    run([BAKEN, "import", "jsonl", str(documents())], stage.bare)
    run(python("baken.verbs.seed", "open"), stage.bare)
    run([BAKEN, "index"], stage.bare)
    run(_COLLECT, stage.ours)


def peer(stage: Stage, slug: str) -> str:
    """Fill the peer with the documents and with our article as stored; return the article's address at our site."""
    run(_MIGRATE, stage.peer)
    run(python("bench.plain.fill", "documents", str(documents())), stage.peer)
    told = run(python("bench.ours", slug), stage.ours)
    article = stage.folder / "article.json"
    article.write_text(told, encoding="utf-8")
    run(python("bench.plain.fill", "article", str(article)), stage.peer)
    run(_COLLECT, stage.peer)
    return str(json.loads(told)["address"])
